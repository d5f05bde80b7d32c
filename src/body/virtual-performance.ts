import { performance } from 'node:perf_hooks'

/** What one look at the clock costs, in milliseconds of game time: searches that watch the clock come to an end. */
const CALL_MS = 0.04

/**
 * Has `performance.now()` follow simulated time. While time stands still each call finds it a little later, since code
 * that thinks until a time is over (the pathfinder's search) would never stop otherwise. Every timer callback starts
 * from the exact time again, so one bot's thinking does not shift the physics of the next.
 *
 * @param elapsedMs simulated time since the clock was installed, in milliseconds
 */
export function installVirtualPerformance(elapsedMs: () => number): VirtualPerformance {
  const realNow = performance.now
  let calls = 0
  performance.now = () => elapsedMs() + CALL_MS * calls++
  return {
    startStep: () => {
      calls = 0
    },
    uninstall: () => {
      performance.now = realNow
    },
  }
}

export interface VirtualPerformance {
  /** Forgets the calls since the last step, before a timer's callback. */
  startStep(): void
  uninstall(): void
}
