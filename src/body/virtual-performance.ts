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
  const { setTimeout, setInterval } = globalThis
  let calls = 0
  const startStep = () => {
    calls = 0
  }
  performance.now = () => elapsedMs() + CALL_MS * calls++
  globalThis.setTimeout = startingStep(setTimeout, startStep)
  globalThis.setInterval = startingStep(setInterval, startStep)
  return {
    startStep,
    uninstall: () => {
      performance.now = realNow
      globalThis.setTimeout = setTimeout
      globalThis.setInterval = setInterval
    },
  }
}

export interface VirtualPerformance {
  /** Forgets the calls since the last step. */
  startStep(): void
  uninstall(): void
}

type Callback = (...values: unknown[]) => void

/** The timer function, with callbacks that begin a step of their own. */
function startingStep<T extends typeof setTimeout | typeof setInterval>(
  setTimer: T,
  startStep: () => void,
): T {
  const wrapped = (callback: Callback, delayMs?: number, ...values: unknown[]) =>
    setTimer(() => {
      startStep()
      callback(...values)
    }, delayMs)
  return Object.assign(wrapped, setTimer) as unknown as T
}
