import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Block, type Bot, goals } from '../mineflayer-library.ts'
import { namedBlocks } from '../reads/named-blocks.ts'
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

/** Goes where the bot can see and reach the block, unless it stands there already. */
export async function reachBlock(act: Act, block: Block): Promise<void> {
  const { bot } = act
  if (isWithinReach(bot, block) && bot.canSeeBlock(block)) return
  const { x, y, z } = block.position
  const goal = new goals.GoalCompositeAny([
    sightGoal(bot, block.position, REACH),
    new goals.GoalGetToBlock(x, y, z),
  ])
  await travel(act, goal, { to: `the ${block.name} at ${formatPosition(block.position)}` })
}

export function isWithinReach(bot: Bot, block: Block): boolean {
  const eyes = bot.entity.position.offset(0, 1.62, 0)
  return eyes.distanceTo(block.position.offset(0.5, 0.5, 0.5)) <= REACH
}
