import { blockByName } from '../acting/names.ts'
import type { Bot, Vec3 } from '../mineflayer-library.ts'
import { loadedWorld } from '../sight/loaded-world.ts'
import { toBlockVec3 } from '../values/position-value.ts'
import { nearestBlocks } from './block-search.ts'

/**
 * Positions of blocks of that name around the bot, nearest first: what `bot.findBlocks` finds, without making an object of
 * every block that is looked at.
 *
 * @param maxDistance in blocks
 */
export function namedBlocks(
  bot: Bot,
  name: string,
  { maxDistance, count }: { readonly maxDistance: number; readonly count: number },
): readonly Vec3[] {
  const { minStateId, maxStateId } = blockByName(bot.registry, name)
  const first = minStateId ?? 0
  const stateIds = new Set(
    Array.from({ length: (maxStateId ?? -1) - first + 1 }, (_, index) => first + index),
  )
  const search = { point: bot.entity.position, maxDistance, stateIds }
  return nearestBlocks(loadedWorld(bot), search).take(count).map(toBlockVec3).toArray()
}
