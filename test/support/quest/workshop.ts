import type { Act } from '../../../src/body/acting/act.ts'
import { Vec3 } from '../../../src/body/mineflayer-library.ts'
import { collectAround } from '../../../src/body/primitives/collect-drops.ts'
import { craftItem } from '../../../src/body/primitives/craft-item.ts'
import { countOf, nearestBlock } from './gathering.ts'
import { build, clear, feetOf } from './rock-steps.ts'
import { SIDES } from './step-cost.ts'
import { near, tunnelTo } from './tunnels.ts'

/** How far a bot goes where there is no room for a block, in blocks. */
const ELSEWHERE = 3
const UP = new Vec3(0, 1, 0)

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
export async function setUp(act: Act, name: 'crafting_table'): Promise<void> {
  if (nearestBlock(act.bot, new RegExp(`^${name}$`), 3) !== null) return
  if (countOf(act.bot, /^crafting_table$/) === 0) {
    await craftPlanks(act, 4)
    await craftItem(act, 'crafting_table', 1)
  }
  await placeBeside(act, name)
}

/** Puts the block beside the body of the bot, in a niche that it digs where there is no room. Gives its place. */
export async function placeBeside(act: Act, name: string): Promise<Vec3> {
  for (let turn = 0; turn < 5; turn++) {
    const place = await placeHere(act, name)
    if (place !== null) return place
    const side = SIDES[turn % SIDES.length] ?? UP
    await tunnelTo(act, near(feetOf(act.bot).plus(side.scaled(ELSEWHERE)), 1))
  }
  throw new Error(`There is no place for the ${name} around ${act.bot.entity.position}.`)
}

async function placeHere(act: Act, name: string): Promise<Vec3 | null> {
  const feet = feetOf(act.bot)
  for (const side of [...SIDES, ...SIDES.map((one) => one.plus(UP))]) {
    const place = feet.plus(side)
    const isTaken = /^(crafting_table|furnace)$/.test(act.bot.blockAt(place as never)?.name ?? '')
    if (isTaken || !(await clear(act, place))) continue
    if (await build(act, place, name)) return place
  }
  return null
}

/** Takes the block up again where it is at hand. */
export async function packUp(act: Act, name: 'crafting_table'): Promise<void> {
  const place = nearestBlock(act.bot, new RegExp(`^${name}$`), 4)
  if (place === null) return
  await clear(act, new Vec3(place.x, place.y, place.z))
  await collectAround(act, place, 3)
}
