import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import { distanceBetween } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import type { Bot } from '../mineflayer-library.ts'
import { collectAround } from './collect-drops.ts'
import type { Meeting } from './give-item.ts'
import { approachPlayer, goToPlace, seenPlayer } from './meet-player.ts'

/** Items that lie this near were thrown for the bot, in blocks. */
const THROWN_RADIUS = 4
const LOOK_TICKS = 4
/** The giver comes; after so many ticks in which it stood still out of reach it is gone to. */
const PATIENCE_TICKS = 200
/** Within that distance the giver throws, in blocks. */
const THROWING_DISTANCE = 5

/**
 * Takes over the items from the player: waits at the meeting place, and picks up what is thrown. Succeeds only when all
 * of them have come into the inventory.
 */
export async function collectFrom(act: Act, meeting: Meeting): Promise<Done> {
  const { bot } = act
  const { player, items } = meeting
  const before = inventoryCounts(bot)
  checkSpace(bot, items)
  const until = act.clock.tick() + meeting.patience
  await goToPlace(act, meeting.place).catch((error: unknown) => {
    if (seenPlayer(bot, player) === null) throw error
  })
  const missing = () => missingItems(items, gainedItems(before, inventoryCounts(bot)))
  let wasSeen = false
  let lonelySince = act.clock.tick()
  while (Object.keys(missing()).length > 0) {
    if (act.clock.tick() >= until) throw tooLate(meeting, missing(), wasSeen)
    const giver = seenPlayer(bot, player)
    wasSeen ||= giver !== null
    if (liesThrown(bot, missing())) await collectAround(act, bot.entity.position.clone(), THROWN_RADIUS)
    const isNear = giver !== null && distanceBetween(giver.position, bot.entity.position) <= THROWING_DISTANCE
    if (isNear || giver === null) lonelySince = act.clock.tick()
    if (act.clock.tick() - lonelySince > PATIENCE_TICKS) {
      await approachPlayer(act, player).catch(keepWaiting)
      lonelySince = act.clock.tick()
    }
    await act.wait(LOOK_TICKS)
  }
  return done(`Got ${itemList(items)} from ${player}.`, { gained: items })
}

function missingItems(items: ItemCounts, gained: ItemCounts): ItemCounts {
  return Object.fromEntries(
    Object.entries(items)
      .map(([name, count]) => [name, count - countOf(gained, name)] as const)
      .filter(([, count]) => count > 0),
  )
}

/** Throws an ActFailure `no-space` when the inventory cannot take the items. */
function checkSpace(bot: Bot, items: ItemCounts): void {
  let freeSlots = bot.inventory.emptySlotCount()
  for (const [name, count] of Object.entries(items)) {
    const { id } = itemByName(bot.registry, name)
    const stackSize = bot.registry.items[id]?.stackSize ?? 64
    const stacks = bot.inventory.items().filter((item) => item.name === name)
    const room = stacks.reduce((sum, item) => sum + Math.max(0, stackSize - item.count), 0)
    freeSlots -= Math.ceil(Math.max(0, count - room) / stackSize)
    if (freeSlots < 0) {
      throw new ActFailure('no-space', `The inventory has no room for ${count} ${name}: make some first.`)
    }
  }
}

function liesThrown(bot: Bot, items: ItemCounts): boolean {
  return Object.values(bot.entities).some(
    (entity) =>
      entity.name === 'item' &&
      distanceBetween(entity.position, bot.entity.position) <= THROWN_RADIUS &&
      Object.hasOwn(items, entity.getDroppedItem()?.name ?? ''),
  )
}

/** No way to the giver is no reason to stop waiting for it. */
function keepWaiting(error: unknown): void {
  const isSoft = error instanceof ActFailure && ['no-path', 'not-found', 'unreachable'].includes(error.code)
  if (!isSoft) throw error
}

function tooLate({ player, items }: Meeting, missing: ItemCounts, wasSeen: boolean): ActFailure {
  if (!wasSeen) return new ActFailure('not-found', `${player} did not come into sight.`)
  return new ActFailure(
    'timed-out',
    `${player} did not hand over all of ${itemList(items)}: ${itemList(missing)} is missing.`,
  )
}
