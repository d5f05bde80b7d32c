import type { Act } from '../../../src/body/acting/act.ts'
import { distanceBetween, type Position } from '../../../src/core/position.ts'
import { makeRoom } from './belongings.ts'
import { countOf, nearestBlocks, type Want } from './gathering.ts'
import { feetOf } from './rock-steps.ts'
import { keepPickaxes } from './tools.ts'
import { into, tunnelTo } from './tunnels.ts'

/** Ores that are known at a time: after so many new ones are looked for, which lie nearer by then. */
const KNOWN = 12
/** Ores in a row to which no way leads before there are none. */
const MOST_MISSES = 10
/** Ticks in which what was dug is picked up. */
const PICK_UP_TICKS = 14

/** Tunnels from one of the wanted blocks to the next, nearest first, until it carries enough of all. Says whether it does. */
export async function mineOres(act: Act, wants: readonly Want[]): Promise<boolean> {
  const { bot } = act
  const missed = new Set<string>()
  const open = () => wants.filter(({ items, count }) => countOf(bot, items) < count)
  while (open().length > 0 && missed.size < MOST_MISSES) {
    await makeRoom(act)
    await keepPickaxes(act)
    const place = nearestOre(act, open(), missed)
    if (place === null) return false
    if (await tunnelTo(act, into(place))) await pickUp(act, open)
    else missed.add(String(place))
  }
  return open().length === 0
}

function nearestOre({ bot }: Act, wants: readonly Want[], missed: ReadonlySet<string>): Position | null {
  const feet = feetOf(bot)
  const places = wants.flatMap(({ blocks }) => nearestBlocks(bot, blocks, KNOWN))
  const distance = (place: Position) => distanceBetween(place, feet)
  const [nearest] = places
    .filter((place) => !missed.has(String(place)))
    .sort((one, other) => distance(one) - distance(other))
  return nearest ?? null
}

/** Waits a moment for what was dug. */
async function pickUp(act: Act, open: () => readonly Want[]): Promise<void> {
  const carried = () => open().reduce((sum, { items }) => sum + countOf(act.bot, items), 0)
  const before = carried()
  for (let tick = 0; tick < PICK_UP_TICKS && carried() === before; tick++) await act.wait(1)
}
