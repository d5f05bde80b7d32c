import type { Act } from '../../../src/body/acting/act.ts'
import { inventoryCounts } from '../../../src/body/acting/held-items.ts'
import { type Bot, goals, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { breakBlock } from '../../../src/body/primitives/break-block.ts'
import { collectAround } from '../../../src/body/primitives/collect-drops.ts'
import { holdBestTool } from '../../../src/body/primitives/hold-item.ts'
import { killMob, nearestMob } from '../../../src/body/primitives/kill-mob.ts'
import { blockAt, reachBlock } from '../../../src/body/primitives/near-block.ts'
import { travel } from '../../../src/body/travel/travel.ts'
import { distanceBetween, type Position } from '../../../src/core/position.ts'
import { stayFed } from './meals.ts'
import { succeeds } from './quester.ts'

/** How far a bot looks for blocks, in blocks: what its chunks hold. */
const SIGHT = 64
/** Above this height a bot is not in a mine. */
const SURFACE = 60
/** How near a block must be for the body to mine it by name. */
const MINING_DISTANCE = 28

/** How many of the items whose name fits the bot carries. */
export function countOf(bot: Bot, items: RegExp): number {
  return Object.entries(inventoryCounts(bot)).reduce(
    (sum, [name, count]) => sum + (items.test(name) ? count : 0),
    0,
  )
}

/** The nearest block in sight whose name fits, or null. */
export function nearestBlock(bot: Bot, blocks: RegExp, distance = SIGHT): Position | null {
  return nearestBlocks(bot, blocks, 1, distance)[0] ?? null
}

/** The nearest blocks in sight whose name fits, nearest first. */
export function nearestBlocks(
  bot: Bot,
  blocks: RegExp,
  count: number,
  distance = SIGHT,
): readonly Position[] {
  const matching = bot.registry.blocksArray.filter(({ name }) => blocks.test(name)).map(({ id }) => id)
  return bot.findBlocks({ matching, maxDistance: distance, count })
}

export interface Want {
  readonly blocks: RegExp
  readonly items: RegExp
  readonly count: number
}

/** Mines the nearest blocks on the surface that fit until it carries enough of the items. Says whether it does. */
export async function gather(act: Act, want: Want): Promise<boolean> {
  const { bot } = act
  const missed = new Set<string>()
  for (let turn = 0; turn < 120 && countOf(bot, want.items) < want.count; turn++) {
    await stayFed(act)
    const place = nearestBlocks(bot, want.blocks, 64).find((one) => !missed.has(String(one)))
    if (place === undefined || missed.size > 12) return false
    if (await succeeds(act, mineAt(act, place))) continue
    missed.add(String(place))
    if (bot.entity.position.y > SURFACE) await wander(act, missed.size)
  }
  return countOf(bot, want.items) >= want.count
}

/** Goes to the block, digs it and takes what drops. */
async function mineAt(act: Act, place: Position): Promise<void> {
  const { bot } = act
  const position = new Vec3(place.x, place.y, place.z)
  if (distanceBetween(bot.entity.position, place) > MINING_DISTANCE) await goNear(act, place, 12)
  const block = blockAt(bot, position)
  await reachBlock(act, block)
  await holdBestTool(act, block)
  if (blockAt(bot, position).type === block.type) await breakBlock(act, block)
  await collectAround(act, position.offset(0.5, 0.5, 0.5), 4)
}

/** Hunts animals of these kinds, nearest first, until it carries enough of the items. Says whether it does. */
export async function hunt(
  act: Act,
  animals: readonly string[],
  items: RegExp,
  count: number,
): Promise<boolean> {
  const { bot } = act
  for (let turn = 0; turn < 24 && countOf(bot, items) < count; turn++) {
    const mobs = animals
      .flatMap((name) => nearestMob(bot, name, 200) ?? [])
      .filter((mob) => isOnLand(bot, mob))
    const distanceOf = ({ position }: { readonly position: Position }) =>
      distanceBetween(position, bot.entity.position)
    const [mob] = mobs.sort((a, b) => distanceOf(a) - distanceOf(b))
    if (mob === undefined || mob.name === undefined) {
      await wander(act, turn)
      continue
    }
    if (distanceOf(mob) > 40) await goNear(act, mob.position, 24)
    if (!(await succeeds(act, killMob(act, mob.name)))) await wander(act, turn)
  }
  return countOf(bot, items) >= count
}

function isOnLand(bot: Bot, { position }: { readonly position: Position }): boolean {
  return (
    position.y > SURFACE &&
    bot.blockAt(new Vec3(position.x, position.y, position.z) as never)?.name !== 'water'
  )
}

/** Breaks plants until it carries enough of what some of them drop. Says whether it does. */
export async function gatherSeeds(act: Act, count: number): Promise<boolean> {
  const { bot } = act
  const seeds = /^wheat_seeds$/
  const missed = new Set<string>()
  for (let turn = 0; turn < 400 && countOf(bot, seeds) < count; turn++) {
    const places = nearestBlocks(bot, /^(short_grass|grass|fern)$/, 32)
    const place = places.find((one) => !missed.has(String(one)))
    if (place === undefined || !(await goNear(act, place, 2))) {
      missed.add(String(place))
      await wander(act, turn % 8)
      continue
    }
    const plant = bot.blockAt(place as never)
    if (plant !== null && plant.name !== 'air') await act.until(bot.dig(plant, true))
    if (turn % 8 === 7) await collectAround(act, bot.entity.position.clone(), 8)
  }
  await collectAround(act, bot.entity.position.clone(), 8)
  return countOf(bot, seeds) >= count
}

/** Walks near the place. Says whether it came there. */
export async function goNear(act: Act, { x, y, z }: Position, range: number): Promise<boolean> {
  const options = { to: 'a place of the quest', searchRadius: 64, deadlineTicks: 2400 }
  return succeeds(act, travel(act, new goals.GoalNear(x, y, z, range), options))
}

/** Walks some way, each time in another direction: a spiral. Says whether it got anywhere. */
export async function wander(act: Act, turn: number): Promise<boolean> {
  const start = act.bot.entity.position.clone()
  const [stepX, stepZ] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][turn % 4] ?? [1, 0]
  const length = 16 + 8 * (turn >> 1)
  const goal = new goals.GoalNearXZ(start.x + (stepX ?? 0) * length, start.z + (stepZ ?? 0) * length, 4)
  await succeeds(act, travel(act, goal, { to: 'somewhere else', deadlineTicks: 1600 }))
  return distanceBetween(start, act.bot.entity.position) > 3
}
