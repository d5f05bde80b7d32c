import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Bot } from '../mineflayer-library.ts'
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
  const block = blockAt(bot, position)
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
