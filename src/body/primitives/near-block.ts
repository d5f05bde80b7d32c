import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Block, type Bot, goals } from '../mineflayer-library.ts'
import { namedBlocks } from '../reads/named-blocks.ts'
import { isAfloat } from '../travel/afloat.ts'
import { ashore, type Goal } from '../travel/path-goals.ts'
import { sightGoal } from '../travel/sight-goal.ts'
import { travel } from '../travel/travel.ts'
import { toBlockVec3 } from '../values/position-value.ts'

/** How far control primitives look for blocks, as Voyager's do. */
export const SEARCH_DISTANCE = 32
/** From the eyes to the middle of a block that can still be worked on, in blocks. */
const REACH = 4.5

/** The nearest block of that name within 32 blocks, or null. */
export function findNearestBlock(bot: Bot, name: string): Block | null {
  const [nearest] = namedBlocks(bot, name, { maxDistance: SEARCH_DISTANCE, count: 1 })
  return nearest === undefined ? null : bot.blockAt(nearest)
}

/** The loaded block at the position. Throws an ActFailure `not-found` where nothing is loaded. */
export function blockAt(bot: Bot, position: Position): Block {
  const block = bot.blockAt(toBlockVec3(position))
  if (block) return block
  throw new ActFailure('not-found', `Nothing can be seen at ${formatPosition(position)}: it is too far away.`)
}

/**
 * Goes where the bot can see and reach the block, unless it stands there already. At the water it looks for a place to
 * stand first: who swims digs five times as slowly.
 */
export async function reachBlock(act: Act, block: Block): Promise<void> {
  const { bot } = act
  if (isWithinReach(bot, block) && bot.canSeeBlock(block) && !isAfloat(bot)) return
  const { x, y, z } = block.position
  const goal = new goals.GoalCompositeAny([
    sightGoal(bot, block.position, REACH),
    new goals.GoalGetToBlock(x, y, z),
  ])
  const to = `the ${block.name} at ${formatPosition(block.position)}`
  const isWet = isAfloat(bot) || isAtWater(bot, block)
  if (isWet && (await reaches(act, ashore(bot, goal), to))) return
  await travel(act, goal, isWet ? { to, searchRadius: SWIM } : { to })
}

/** A way round to dry land may be that much longer than the straight one, in steps. */
const DETOUR = 24
/** Who swims cannot dive: without a bound the search for a block at the bottom of a lake floods all of its shores. */
const SWIM = 32

async function reaches(act: Act, goal: Goal, to: string): Promise<boolean> {
  try {
    await travel(act, goal, { to, searchRadius: DETOUR })
    return true
  } catch (error) {
    if (!(error instanceof ActFailure) || error.code !== 'no-path') throw error
    return false
  }
}

function isAtWater(bot: Bot, { position }: Block): boolean {
  return WATER_SIDES.some(([x, y, z]) => bot.blockAt(position.offset(x, y, z))?.name === 'water')
}

const WATER_SIDES = [
  [0, 1, 0],
  [1, 0, 0],
  [-1, 0, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const

export function isWithinReach(bot: Bot, block: Block): boolean {
  const eyes = bot.entity.position.offset(0, 1.62, 0)
  return eyes.distanceTo(block.position.offset(0.5, 0.5, 0.5)) <= REACH
}
