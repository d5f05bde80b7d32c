import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { inventoryCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { collectAround } from './collect-drops.ts'
import { approachPlayer, findPlayer } from './meet-player.ts'
import { type PickUpWatch, watchPickUps } from './pick-up-watch.ts'

/** Thrown items can be picked up after 40 ticks; a little later the other has them, or they lie badly. */
const PICK_UP_TICKS = 100
/** After that many ticks without any picked up the rest is not waited for. */
const THROWS = 4
const CLICK_TICKS = 240
/** Thrown items that nobody took lie within so many blocks. */
const LITTER_RADIUS = 5

export interface Meeting {
  readonly player: string
  readonly items: ItemCounts
  /** Where the two have agreed to meet; null to look around. */
  readonly place: Position | null
  /** How long to wait for the other, in ticks. */
  readonly patience: number
}

/**
 * Hands the items to the player: goes to it, throws them at its feet, and sees it pick them up. What nobody takes is
 * picked up again and thrown anew. Succeeds only when the player has picked up all of them.
 */
export async function giveItem(act: Act, meeting: Meeting): Promise<Done> {
  const { player, items } = meeting
  for (const name of Object.keys(items)) itemByName(act.bot.registry, name)
  checkHeld(act, items)
  const until = act.clock.tick() + meeting.patience
  const watch = watchPickUps(act.bot)
  try {
    for (let time = 0; time < THROWS && left(items, player, watch).length > 0; time++) {
      await findPlayer(act, player, meeting.place, until)
      await approachPlayer(act, player, time >= 2)
      for (const [name, count] of left(items, player, watch)) await throwAt(act, player, name, count)
      await untilTaken(act, items, player, watch)
      await takeBack(act, items, player, watch)
    }
    return result(meeting, watch)
  } finally {
    for (const name of Object.keys(items)) noteGiven(act, items, player, name, watch)
    watch.stop()
  }
}

function checkHeld(act: Act, items: ItemCounts): void {
  const held = inventoryCounts(act.bot)
  const [lacking] = Object.entries(items).filter(([name, count]) => countOf(held, name) < count)
  if (lacking === undefined) return
  const [name, count] = lacking
  throw new ActFailure(
    'missing-ingredient',
    `Cannot give ${count} ${name}: the inventory holds ${countOf(held, name)}.`,
  )
}

/** What the player has not picked up yet. */
function left(items: ItemCounts, player: string, watch: PickUpWatch): readonly [string, number][] {
  return Object.entries(items)
    .map(([name, count]): [string, number] => [name, count - watch.pickedUp(player, name)])
    .filter(([, count]) => count > 0)
}

async function throwAt(act: Act, player: string, name: string, count: number): Promise<void> {
  const { bot } = act
  const held = Math.min(count, countOf(inventoryCounts(bot), name))
  const feet = bot.players[player]?.entity?.position
  if (held === 0 || feet === undefined) return
  await withinTicks(act, CLICK_TICKS, 'Turning', bot.lookAt(feet.offset(0, 0.3, 0), true))
  // The server learns of the turn with the next move.
  await act.wait(2)
  const throwing = bot.toss(itemByName(bot.registry, name).id, null, held)
  await withinTicks(act, CLICK_TICKS, `Throwing ${held} ${name}`, throwing)
}

async function untilTaken(act: Act, items: ItemCounts, player: string, watch: PickUpWatch): Promise<void> {
  for (let tick = 0; tick < PICK_UP_TICKS && left(items, player, watch).length > 0; tick++) await act.wait(1)
}

/** Picks up what was thrown in vain. Throws an ActFailure `stolen` when others have it. */
async function takeBack(act: Act, items: ItemCounts, player: string, watch: PickUpWatch): Promise<void> {
  const remaining = left(items, player, watch)
  if (remaining.length === 0) return
  await collectAround(act, act.bot.entity.position.clone(), LITTER_RADIUS)
  const held = inventoryCounts(act.bot)
  for (const [name, count] of left(items, player, watch)) {
    if (countOf(held, name) >= count) continue
    const [thief] = watch.others(player, name)
    if (thief !== undefined) throw new ActFailure('stolen', `${thief} picked up ${name} meant for ${player}.`)
  }
}

function result({ player, items }: Meeting, watch: PickUpWatch): Done {
  const remaining = left(items, player, watch)
  if (remaining.length === 0) return done(`Gave ${itemList(items)} to ${player}.`, { given: items })
  const rest = itemList(Object.fromEntries(remaining))
  throw new ActFailure('no-space', `${player} did not pick up ${rest}: its inventory may be full.`)
}

function noteGiven(act: Act, items: ItemCounts, player: string, name: string, watch: PickUpWatch): void {
  const count = Math.min(countOf(items, name), watch.pickedUp(player, name))
  if (count > 0) act.tally.addGiven(player, name, count)
}
