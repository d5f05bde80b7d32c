import { TICK_MS } from '../src/core/clock.ts'

/** Timers fire up to a millisecond early by the clock. */
const EARLY_MS = 2

/** A busy machine's late ticks are made up for; after a longer standstill the lost time stays lost. */
const LARGEST_DELAY_MS = 2000

/**
 * Calls `tick` 20 times a second by the timers and the date that are global at this moment, which may be simulated.
 *
 * @returns ends it
 */
export function startTicking(tick: () => void): () => void {
  let next = Date.now() + TICK_MS
  const timer = globalThis.setInterval(() => {
    const now = Date.now()
    if (Math.abs(now - next) > LARGEST_DELAY_MS) next = now
    for (; next <= now + EARLY_MS; next += TICK_MS) tick()
  }, TICK_MS)
  return () => globalThis.clearInterval(timer)
}
