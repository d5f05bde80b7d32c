import type { ItemCounts } from '../../core/item-counts.ts'
import { distanceBetween, formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import type { Bot, Entity } from '../mineflayer-library.ts'
import { pickUpGoal } from '../travel/path-goals.ts'
import { travel } from '../travel/travel.ts'
import { positionValue } from '../values/position-value.ts'

/** Ticks in which a broken block's items appear. */
const APPEAR_TICKS = 6
/** Items fly a moment before they can be picked up, and take some to be drawn in. */
const PICK_UP_TICKS = 40
const REST_TICKS = 8
/** Walks to one item, which may roll on meanwhile. */
const TRIES = 3
const WALK_TICKS = 300
/** Items that only a long detour or a tunnel leads to are left. */
const WALK_RADIUS = 24

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
  /** Whether any was left because the inventory has no room for it. */
  readonly lacksRoom: boolean
}

/** Waits for items to appear within the radius of the place and picks up what can be reached. */
export async function collectAround(act: Act, place: Position, radius: number): Promise<Collected> {
  const { bot } = act
  const before = inventoryCounts(bot)
  const missed = new Set<number>()
  let sawItems = false
  let lacksRoom = false
  for (let tick = 0; tick < APPEAR_TICKS && nearestItem(bot, place, radius, missed) === null; tick++)
    await act.wait(1)
  for (;;) {
    const item = nearestItem(bot, place, radius, missed)
    if (item === null) break
    sawItems = true
    const fits = hasRoomFor(bot, item)
    lacksRoom ||= !fits
    if (!fits || !(await pickUp(act, item))) missed.add(item.id)
  }
  const gained = gainedItems(before, inventoryCounts(bot))
  return { gained, sawItems: sawItems || Object.keys(gained).length > 0, lacksRoom }
}

/** Whether some of the items could be picked up. Of what is not known yet it is taken for granted. */
function hasRoomFor(bot: Bot, item: Entity): boolean {
  if (bot.inventory.emptySlotCount() > 0) return true
  const dropped = item.getDroppedItem()
  return (
    !dropped ||
    bot.inventory.items().some(({ type, count, stackSize }) => type === dropped.type && count < stackSize)
  )
}

async function pickUp(act: Act, item: Entity): Promise<boolean> {
  const { bot } = act
  const isGone = () => bot.entities[item.id] === undefined
  for (let time = 0; time < TRIES && !isGone(); time++) {
    await untilResting(act, item, isGone)
    if (isGone() || !(await reachItem(act, item))) break
    for (let tick = 0; tick < PICK_UP_TICKS && !isGone(); tick++) {
      if (!isInPickUpRange(item.position, bot.entity.position)) break
      await act.wait(1)
    }
  }
  return isGone()
}

/** Most drops fly to the bot by themselves; others must come to rest before they are gone for. */
async function untilResting(act: Act, item: Entity, isGone: () => boolean): Promise<void> {
  for (let tick = 0; tick < PICK_UP_TICKS && !isGone(); tick++) {
    const before = positionValue(item.position)
    await act.wait(2)
    const isResting = distanceBetween(before, item.position) < 0.01 && tick * 2 >= REST_TICKS
    if (isResting && !isInPickUpRange(item.position, act.bot.entity.position)) return
  }
}

/** Goes to the item, or beside it where it lies in a gap. False when there is no way. */
async function reachItem(act: Act, item: Entity): Promise<boolean> {
  const to = `the items at ${formatPosition(item.position)}`
  for (const spread of [0, 1] as const) {
    try {
      const options = { to, deadlineTicks: WALK_TICKS, searchRadius: WALK_RADIUS }
      await travel(act, pickUpGoal(item.position, spread), options)
      return true
    } catch (error) {
      if (!(error instanceof ActFailure) || error.code !== 'no-path') throw error
    }
  }
  return false
}

/** A player draws in what is within a block around its body. */
function isInPickUpRange(item: Position, feet: Position): boolean {
  const isBeside = Math.abs(item.x - feet.x) <= 1.2 && Math.abs(item.z - feet.z) <= 1.2
  return isBeside && item.y >= feet.y - 0.4 && item.y <= feet.y + 2.2
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
