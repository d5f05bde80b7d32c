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
  return promises.flatMap((promise) =>
    promise.by === 'chest' ? waitingAtChest(promise, pen) : meeting(promise, pen),
  )
}

function meeting(promise: PromiseClaim, pen: Pen): readonly string[] {
  const { agent, until } = promise
  const { where, wanted } = goods(promise)
  const seconds = Math.min(Math.ceil((until - pen.situation.tick) / TICKS_PER_SECOND) + GRACE, LONGEST)
  return [
    'if (most() < count) {',
    `  const taken = await collectFrom(bot, ${quoted(agent)}, ${wanted}, ${where}, ${seconds})`,
    '  if (!taken.ok) problem = taken.message',
    '}',
  ]
}

/** Fewer than the failures of one kind after which code is ended. */
const LOOKS = 8

/** Looks into the chest now and then until the other should have been there. */
function waitingAtChest(promise: PromiseClaim, pen: Pen): readonly string[] {
  const { position, until, item } = { ...promise, position: promise.place }
  const { where, wanted } = goods(promise)
  pen.relyOn([claimKey({ type: 'contains', position, item, count: 0 })])
  const pause = Math.max(TICKS_PER_SECOND, Math.ceil((until - pen.situation.tick) / LOOKS))
  return [
    `for (let look = 0; look <= ${LOOKS} && most() < count; look++) {`,
    `  if (look > 0) await bot.waitForTicks(${pause})`,
    `  const taken = await getItemFromChest(bot, ${where}, ${wanted})`,
    '  if (!taken.ok) problem = taken.message',
    '}',
  ]
}

function goods({ item, count, place }: PromiseClaim) {
  return {
    where: `new Vec3(${place.x}, ${place.y}, ${place.z})`,
    wanted: `{ ${item}: Math.min(${count}, count - most()) }`,
  }
}
