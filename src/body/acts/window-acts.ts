import type { ItemCounts } from '../../core/item-counts.ts'
import type { Json } from '../../core/json.ts'
import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure, ArgumentError } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { containerCounts, countItems, inventoryCounts } from '../acting/held-items.ts'
import { itemByIdOrName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { type KnownRecipe, knownRecipes } from '../knowledge/known-recipes.ts'
import { recipeClaim } from '../knowledge/recipe-claim.ts'
import type { Bot, Window } from '../mineflayer-library.ts'
import { blockAt, isWithinReach } from '../primitives/near-block.ts'
import { itemValue } from '../values/item-value.ts'
import { windowValue } from '../values/window-value.ts'

const WINDOW_TICKS = 120
const CRAFT_TICKS = 200

type Container = Awaited<ReturnType<Bot['openContainer']>>
type Furnace = Awaited<ReturnType<Bot['openFurnace']>>

export async function openContainer(act: Act, position: Position): Promise<Done> {
  const block = reachable(act, position)
  const opening = act.bot.openContainer(block)
  const window = await withinTicks(act, WINDOW_TICKS, `Opening the ${block.name}`, opening)
  PLACES.set(window, position)
  return done(`Opened the ${block.name}.`, windowValue(window))
}

/** Where the containers stand whose windows were opened; gone with the windows. */
const PLACES = new WeakMap<Window, Position>()

export async function openFurnace(act: Act, position: Position): Promise<Done> {
  const block = reachable(act, position)
  const window = await withinTicks(act, WINDOW_TICKS, `Opening the ${block.name}`, act.bot.openFurnace(block))
  return done(`Opened the ${block.name}.`, windowValue(window))
}

export async function windowDeposit(
  act: Act,
  id: number,
  key: number | string,
  count: number,
): Promise<Done> {
  const window = openWindow(act.bot, id) as Container
  const item = itemByIdOrName(act.bot.registry, key)
  await withinTicks(act, WINDOW_TICKS, `Depositing ${item.name}`, window.deposit(item.id, null, count))
  return done(`Put ${count} ${item.name} in.`, contentsAfter(window, { [item.name]: count }))
}

export async function windowWithdraw(
  act: Act,
  id: number,
  key: number | string,
  count: number,
): Promise<Done> {
  const window = openWindow(act.bot, id) as Container
  const item = itemByIdOrName(act.bot.registry, key)
  await withinTicks(act, WINDOW_TICKS, `Withdrawing ${item.name}`, window.withdraw(item.id, null, count))
  return done(`Took ${count} ${item.name} out.`, contentsAfter(window, { [item.name]: count }))
}

/** What moving items leaves in the container; null where that is no chest that was opened here. */
function contentsAfter(window: Window, moved: ItemCounts): Json {
  const at = PLACES.get(window)
  return at === undefined ? null : { at: { ...at }, moved, items: containerCounts(window) }
}

export async function furnacePut(
  act: Act,
  id: number,
  item: { readonly into: 'input' | 'fuel'; readonly key: number | string; readonly count: number },
): Promise<Done> {
  const furnace = openFurnaceWindow(act.bot, id)
  const { id: type, name } = itemByIdOrName(act.bot.registry, item.key)
  const put = item.into === 'input' ? furnace.putInput : furnace.putFuel
  await withinTicks(act, WINDOW_TICKS, `Putting ${name} into the furnace`, put(type, null, item.count))
  return done(`Put ${item.count} ${name} into the furnace.`)
}

export async function furnaceTake(act: Act, id: number, from: 'input' | 'fuel' | 'output'): Promise<Done> {
  const furnace = openFurnaceWindow(act.bot, id)
  const stacks = { input: furnace.inputItem(), fuel: furnace.fuelItem(), output: furnace.outputItem() }
  const item = itemValue(stacks[from])
  if (item === null) throw new ActFailure('not-found', `The ${from} of the furnace is empty.`)
  const take = { input: furnace.takeInput, fuel: furnace.takeFuel, output: furnace.takeOutput }[from]
  await withinTicks(act, WINDOW_TICKS, `Taking ${item.name} out of the furnace`, take())
  return done(`Took ${item.count} ${item.name} out of the furnace.`, item)
}

export async function closeWindow(act: Act, id: number): Promise<Done> {
  if (act.bot.currentWindow?.id === id) act.bot.closeWindow(act.bot.currentWindow)
  await act.wait(1)
  return done('Closed the window.')
}

/** Crafts by one of the recipes of the book, as `bot.craft` does. */
export async function craft(
  act: Act,
  key: number | string,
  how: { readonly index: number; readonly count: number; readonly table: Position | null },
): Promise<Done> {
  const { bot } = act
  const { id, name } = itemByIdOrName(bot.registry, key)
  const recipe: KnownRecipe | undefined = knownRecipes(bot, act.knowledge, id)[how.index]
  if (recipe === undefined) throw new ActFailure('unknown-recipe', `I do not know how to craft ${name}.`)
  const table = how.table === null ? null : reachable(act, how.table)
  if (recipe.requiresTable && table === null) {
    throw new ActFailure('not-found', `Crafting ${name} that way takes a crafting_table.`)
  }
  const before = countItems(bot.inventory.items())[name] ?? 0
  const ticks = CRAFT_TICKS * Math.max(1, how.count)
  await withinTicks(act, ticks, `Crafting ${name}`, bot.craft(recipe, how.count, table ?? undefined))
  await act.wait(2)
  const made = (inventoryCounts(bot)[name] ?? 0) - before
  if (made <= 0) throw new ActFailure('failed', `Crafting ${name} made nothing.`)
  act.tally.add('crafted', recipeClaim(recipe, bot.registry).item, made)
  return done(`Crafted ${made} ${name}.`)
}

function openWindow(bot: Bot, id: number): Window {
  if (bot.currentWindow?.id === id) return bot.currentWindow
  throw new ActFailure('failed', `Window ${id} is not open any more.`)
}

function openFurnaceWindow(bot: Bot, id: number): Furnace {
  const window = openWindow(bot, id)
  if ('putFuel' in window) return window as Furnace
  throw new ArgumentError(`Window ${id} is not a furnace: open it with bot.openFurnace.`)
}

function reachable(act: Act, position: Position) {
  const block = blockAt(act.bot, position)
  if (isWithinReach(act.bot, block)) return block
  throw new ActFailure(
    'unreachable',
    `The ${block.name} at ${formatPosition(position)} is out of reach: go nearer first.`,
  )
}
