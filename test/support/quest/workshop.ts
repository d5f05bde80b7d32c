import type { Act } from '../../../src/body/acting/act.ts'
import { Vec3 } from '../../../src/body/mineflayer-library.ts'
import { collectAround } from '../../../src/body/primitives/collect-drops.ts'
import { craftItem } from '../../../src/body/primitives/craft-item.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import { smeltItem } from '../../../src/body/primitives/smelt-item.ts'
import { countOf, nearestBlock, wander } from './gathering.ts'
import { clear, feetOf } from './rock-steps.ts'

const UP = new Vec3(0, 1, 0)
const SIDES = [new Vec3(1, 0, 0), new Vec3(0, 0, 1), new Vec3(-1, 0, 0), new Vec3(0, 0, -1)]

/** Crafts planks until it carries that many of one wood. */
export async function craftPlanks(act: Act, count: number): Promise<void> {
  const { bot } = act
  const most = () =>
    bot.inventory
      .items()
      .reduce((best, item) => (item.name.endsWith('_planks') ? Math.max(best, item.count) : best), 0)
  while (most() < count) {
    const [log] = bot.inventory
      .items()
      .filter((item) => item.name.endsWith('_log'))
      .sort((a, b) => b.count - a.count)
    if (log === undefined) throw new Error('The bot has no logs for planks.')
    await craftItem(act, log.name.replace('_log', '_planks'), 1)
  }
}

export async function craftSticks(act: Act, count: number): Promise<void> {
  while (countOf(act.bot, /^stick$/) < count) {
    await craftPlanks(act, 2)
    await craftItem(act, 'stick', 1)
  }
}

/** Puts the block into a niche beside the bot, unless one is at hand already. */
export async function setUp(act: Act, name: 'crafting_table' | 'furnace'): Promise<void> {
  if (nearestBlock(act.bot, new RegExp(`^${name}$`), 3) !== null) return
  if (name === 'crafting_table' && countOf(act.bot, /^crafting_table$/) === 0) {
    await craftPlanks(act, 4)
    await craftItem(act, 'crafting_table', 1)
  }
  await placeBeside(act, name)
}

/** Puts the block beside the feet of the bot, in a niche that it digs where there is no room. */
export async function placeBeside(act: Act, name: string): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    if (await placeHere(act, name)) return
    await wander(act, turn)
  }
  throw new Error(`There is no place for the ${name} around ${act.bot.entity.position}.`)
}

async function placeHere(act: Act, name: string): Promise<boolean> {
  const { bot } = act
  for (const side of SIDES) {
    const place = feetOf(bot).plus(side)
    const ground = bot.blockAt(place.offset(0, -1, 0) as never)
    if (ground?.boundingBox !== 'block' || !(await clear(act, place))) continue
    await holdItem(act, name)
    await act.until(bot.placeBlock(ground, UP as never).catch(() => {}))
    await act.wait(2)
    if (bot.blockAt(place as never)?.name === name) return true
  }
  return false
}

/** Takes the block up again where it is at hand. */
export async function packUp(act: Act, name: 'crafting_table' | 'furnace'): Promise<void> {
  const place = nearestBlock(act.bot, new RegExp(`^${name}$`), 4)
  if (place === null) return
  await clear(act, new Vec3(place.x, place.y, place.z))
  await collectAround(act, place, 3)
}

/** Smelts all that it carries of the item, or as many as it is told. */
export async function smeltAll(
  act: Act,
  name: string,
  count = countOf(act.bot, new RegExp(`^${name}$`)),
): Promise<void> {
  const fuel = countOf(act.bot, /^coal$/) > 0 ? 'coal' : 'charcoal'
  if (count > 0) await smeltItem(act, name, fuel, count)
}
