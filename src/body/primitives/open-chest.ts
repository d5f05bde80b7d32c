import { blockPosition, formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { type Block, type Bot, goals } from '../mineflayer-library.ts'
import { travel } from '../travel/travel.ts'
import { toBlockVec3 } from '../values/position-value.ts'
import { blockAt, reachBlock } from './near-block.ts'

export type Chest = Awaited<ReturnType<Bot['openContainer']>>

export const WINDOW_TICKS = 120
const CONTAINER = /(^|_)(chest|barrel|shulker_box|hopper|dispenser|dropper)$/

/** Goes to the container at the position, opens it for the work, and closes it again whatever happens. */
export async function withOpenChest<T>(
  act: Act,
  position: Position,
  work: (chest: Chest) => Promise<T>,
): Promise<T> {
  const { bot } = act
  const block = await approached(act, position)
  if (!CONTAINER.test(block.name)) {
    throw new ActFailure('not-found', `There is no chest at ${formatPosition(position)} but ${block.name}.`)
  }
  await reachBlock(act, block)
  const chest = await withinTicks(act, WINDOW_TICKS, `Opening the ${block.name}`, bot.openContainer(block))
  try {
    return await work(chest)
  } finally {
    chest.close().catch(() => {})
  }
}

/** The block at the position; who is too far away to see it goes there first. */
async function approached(act: Act, position: Position): Promise<Block> {
  const { bot } = act
  const { x, y, z } = blockPosition(position)
  if (bot.blockAt(toBlockVec3(position)) === null) {
    await travel(act, new goals.GoalNear(x, y, z, WITHIN_SIGHT), {
      to: `the chest at ${formatPosition(position)}`,
    })
  }
  return blockAt(bot, position)
}

/** From so many blocks away one sees for certain what stands there. */
const WITHIN_SIGHT = 8
