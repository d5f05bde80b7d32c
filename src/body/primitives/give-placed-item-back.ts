import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { itemList } from '../acting/held-items.ts'
import { blockByName } from '../acting/names.ts'
import { breakBlock } from './break-block.ts'
import { collectAround } from './collect-drops.ts'
import { holdBestTool } from './hold-item.ts'
import { blockAt, reachBlock } from './near-block.ts'

/** Digs the block that was placed at the position and takes it back into the inventory. */
export async function givePlacedItemBack(act: Act, name: string, position: Position): Promise<Done> {
  blockByName(act.bot.registry, name)
  const block = blockAt(act.bot, position)
  if (block.name !== name) {
    throw new ActFailure('not-found', `There is no ${name} at ${formatPosition(position)} but ${block.name}.`)
  }
  await reachBlock(act, block)
  await holdBestTool(act, block)
  await breakBlock(act, block)
  const { gained } = await collectAround(act, block.position.offset(0.5, 0.5, 0.5), 5)
  if (Object.keys(gained).length === 0) {
    throw new ActFailure('nothing-dropped', `The ${name} broke, and nothing came back.`)
  }
  return done(`Took ${itemList(gained)} back.`, { gained })
}
