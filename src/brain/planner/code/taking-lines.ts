import { claimKey, type PromiseClaim } from '../../../core/claim.ts'
import type { Kind } from '../kind.ts'
import { type Pen, quoted } from './pen.ts'

const TICKS_PER_SECOND = 20
/** The other may come a little late, and no longer than that is waited, in seconds. */
const GRACE = 20
const LONGEST = 600

/** What teammates have promised to bring, of any member of the kind. */
export function promisedFor({ items }: Kind, { situation }: Pick<Pen, 'situation'>): readonly PromiseClaim[] {
  return situation.stock.promises.filter(({ item }) => items.includes(item))
}

/** Code that takes what was promised, before anything else is done about it. */
export function takingLines(kind: Kind, pen: Pen): readonly string[] {
  const promises = promisedFor(kind, pen)
  pen.relyOn(promises.map(claimKey))
  return promises.flatMap((promise) => [
    'if (most() < count) {',
    `  const taken = await ${takingCall(promise, pen)}`,
    '  if (!taken.ok) problem = taken.message',
    '}',
  ])
}

function takingCall({ agent, item, count, place, until, by }: PromiseClaim, pen: Pen): string {
  const where = `new Vec3(${place.x}, ${place.y}, ${place.z})`
  const wanted = `{ ${item}: Math.min(${count}, count - most()) }`
  if (by === 'chest') return `getItemFromChest(bot, ${where}, ${wanted})`
  const seconds = Math.ceil((until - pen.situation.tick) / TICKS_PER_SECOND) + GRACE
  return `collectFrom(bot, ${quoted(agent)}, ${wanted}, ${where}, ${Math.min(seconds, LONGEST)})`
}
