import type { ItemCounts } from '../../core/item-counts.ts'
import { distanceBetween, formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { type Bot, type Entity, goals } from '../mineflayer-library.ts'
import { travel } from '../travel/travel.ts'

/** Ticks in which a broken block's items appear. */
const APPEAR_TICKS = 6
/** Items fly a moment before they can be picked up (10 ticks), and take some to be drawn in. */
const PICK_UP_TICKS = 30
const WALK_TICKS = 200

/** Picks up the items that lie within the radius of the bot. */
export async function collectDrops(act: Act, radius: number): Promise<Done> {
  const before = inventoryCounts(act.bot)
  await collectAround(act, act.bot.entity.position.clone(), radius)
  const gained = gainedItems(before, inventoryCounts(act.bot))
  return done(`Collected ${itemList(gained)}.`, { gained })
}

/** What became of the items around a place. */
export interface Collected {
  readonly gained: ItemCounts
  /** Whether any item was seen at all, got or not. */
  readonly sawItems: boolean
}

/** Waits for items to appear within the radius of the place and picks up what can be reached. */
export async function collectAround(act: Act, place: Position, radius: number): Promise<Collected> {
  const { bot } = act
  const before = inventoryCounts(bot)
  const missed = new Set<number>()
  let sawItems = false
  for (let tick = 0; tick < APPEAR_TICKS && nearestItem(bot, place, radius, missed) === null; tick++)
    await act.wait(1)
  for (;;) {
    const item = nearestItem(bot, place, radius, missed)
    if (item === null) break
    sawItems = true
    if (!(await pickUp(act, item))) missed.add(item.id)
  }
  const gained = gainedItems(before, inventoryCounts(bot))
  return { gained, sawItems: sawItems || Object.keys(gained).length > 0 }
}

async function pickUp(act: Act, item: Entity): Promise<boolean> {
  const { bot } = act
  const isGone = () => bot.entities[item.id] === undefined
  // Most drops fly to the bot by themselves.
  for (let tick = 0; tick < PICK_UP_TICKS && !isGone(); tick++) {
    if (distanceBetween(item.position, bot.entity.position) > 1.4 && tick >= 10) break
    await act.wait(1)
  }
  if (isGone()) return true
  try {
    const { x, y, z } = item.position
    const to = `the items at ${formatPosition(item.position)}`
    await travel(act, new goals.GoalNear(x, y, z, 0.9), { to, deadlineTicks: WALK_TICKS })
  } catch (error) {
    if (error instanceof ActFailure && error.code === 'no-path') return isGone()
    throw error
  }
  for (let tick = 0; tick < PICK_UP_TICKS && !isGone(); tick++) await act.wait(1)
  return isGone()
}

function nearestItem(bot: Bot, place: Position, radius: number, missed: ReadonlySet<number>): Entity | null {
  let nearest: Entity | null = null
  let nearestDistance = radius
  for (const entity of Object.values(bot.entities)) {
    if (entity.name !== 'item' || missed.has(entity.id)) continue
    const distance = distanceBetween(entity.position, place)
    if (distance > nearestDistance) continue
    nearest = entity
    nearestDistance = distance
  }
  return nearest
}
