import { countOf } from '../../core/item-counts.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { countItems, findItem, gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Bot } from '../mineflayer-library.ts'
import { findNearestBlock, reachBlock, SEARCH_DISTANCE } from './near-block.ts'

type Furnace = Awaited<ReturnType<Bot['openFurnace']>>

const FURNACE = 'furnace'
const WINDOW_TICKS = 120
/** A furnace takes 200 ticks for an item; without a new one for that long nothing will come any more. */
const IDLE_TICKS = 320
const LOOK_TICKS = 5

/**
 * Smelts `count` of an item in a furnace within 32 blocks, feeding one piece of fuel at a time, and takes what comes
 * out. A listed book must know that the item can be smelted and that the fuel burns.
 */
export async function smeltItem(act: Act, itemName: string, fuelName: string, count: number): Promise<Done> {
  const { bot } = act
  itemByName(bot.registry, itemName)
  itemByName(bot.registry, fuelName)
  checkBook(act, itemName, fuelName)
  checkMaterials(bot, { itemName, fuelName, count })
  const block = findNearestBlock(bot, FURNACE)
  if (block === null) throw noFurnace(bot, itemName)
  await reachBlock(act, block)
  const before = inventoryCounts(bot)
  const furnace = await withinTicks(act, WINDOW_TICKS, 'Opening the furnace', bot.openFurnace(block))
  try {
    await smelt(act, furnace, { itemName, fuelName, count })
  } finally {
    furnace.close().catch(() => {})
  }
  await act.wait(2)
  const gained = gainedItems(before, inventoryCounts(bot))
  if (Object.keys(gained).length === 0) {
    throw new ActFailure('failed', `Nothing came out of the furnace${suspicion(act, itemName)}.`)
  }
  return done(`Smelted ${itemList(gained)}.`, { gained })
}

interface Job {
  readonly itemName: string
  readonly fuelName: string
  readonly count: number
}

function checkBook(act: Act, itemName: string, fuelName: string): void {
  const { knowledge } = act
  if (knowledge.isFull) return
  if (knowledge.smeltingOf(itemName) === null) {
    throw new ActFailure('unknown-recipe', `I do not know what smelting ${itemName} would give.`)
  }
  if (!knowledge.fuels().some((fuel) => fuel.item === fuelName)) {
    throw new ActFailure('unknown-recipe', `I do not know whether ${fuelName} burns in a furnace.`)
  }
}

/** What a full book makes of a furnace that gave nothing; a listed one has been asked before. */
function suspicion({ knowledge }: Act, itemName: string): string {
  return knowledge.smeltingOf(itemName) === null ? `: ${itemName} is not known to smelt into anything` : ''
}

function checkMaterials(bot: Bot, { itemName, fuelName, count }: Job): void {
  const has = inventoryCounts(bot)
  if (countOf(has, itemName) < count) {
    throw new ActFailure(
      'missing-ingredient',
      `Smelting ${count} ${itemName} takes as many, and the inventory holds ${countOf(has, itemName)}.`,
    )
  }
  if (countOf(has, fuelName) === 0) {
    throw new ActFailure('missing-ingredient', `There is no ${fuelName} in the inventory to burn.`)
  }
}

function noFurnace(bot: Bot, itemName: string): ActFailure {
  const advice = findItem(bot, FURNACE)
    ? `There is a ${FURNACE} in the inventory: place it first.`
    : 'Place one nearby first.'
  return new ActFailure(
    'not-found',
    `Smelting ${itemName} takes a ${FURNACE}, and none is within ${SEARCH_DISTANCE} blocks. ${advice}`,
  )
}

async function smelt(act: Act, furnace: Furnace, job: Job): Promise<void> {
  const { registry } = act.bot
  await emptyFurnace(act, furnace)
  const input = furnace.putInput(itemByName(registry, job.itemName).id, null, job.count)
  await withinTicks(act, WINDOW_TICKS, `Putting ${job.itemName} into the furnace`, input)
  let idleTicks = 0
  for (let taken = 0; taken < job.count; ) {
    await feed(act, furnace, job)
    await act.wait(LOOK_TICKS)
    const output = furnace.outputItem()
    idleTicks = output ? 0 : idleTicks + LOOK_TICKS
    if (output) {
      await withinTicks(act, WINDOW_TICKS, `Taking ${output.name} out of the furnace`, furnace.takeOutput())
      taken += output.count
    }
    if (idleTicks > IDLE_TICKS) return emptyFurnace(act, furnace)
  }
}

/** Puts one piece of fuel in when nothing burns, nothing waits to burn, and something waits to be smelted. */
async function feed(act: Act, furnace: Furnace, job: Job): Promise<void> {
  const isBurning = Number.isFinite(furnace.fuel) && furnace.fuel > 0
  if (isBurning || furnace.fuelItem() || !furnace.inputItem()) return
  if (!findItem(act.bot, job.fuelName) && !furnace.items().some((item) => item.name === job.fuelName)) return
  const before = heldIn(furnace, job.fuelName)
  const fuel = furnace.putFuel(itemByName(act.bot.registry, job.fuelName).id, null, 1)
  await withinTicks(act, WINDOW_TICKS, `Putting ${job.fuelName} into the furnace`, fuel)
  // It takes a tick or two until the flame shows.
  await act.wait(3)
  if (heldIn(furnace, job.fuelName) < before) return
  await emptyFurnace(act, furnace)
  throw new ActFailure('failed', `The furnace does not take ${job.fuelName} as fuel.`)
}

/** How many of the item the bot holds while the furnace is open. */
function heldIn(furnace: Furnace, name: string): number {
  return countOf(countItems(furnace.items()), name)
}

async function emptyFurnace(act: Act, furnace: Furnace): Promise<void> {
  if (furnace.inputItem()) await withinTicks(act, WINDOW_TICKS, 'Emptying the furnace', furnace.takeInput())
  if (furnace.outputItem()) await withinTicks(act, WINDOW_TICKS, 'Emptying the furnace', furnace.takeOutput())
}
