import { realTimers } from '../../../core/real-timers.ts'

/** Time as providers know it: the clock on the wall, also while the game's time is simulated. */
export interface ModelClock {
  /** Milliseconds since some moment. */
  now(): number
  /** Resolves after so many milliseconds, or at once when the signal aborts. Never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Nothing is waited for. */
export const hastyClock: ModelClock = { now: () => 0, sleep: () => Promise.resolve() }

export const wallClock: ModelClock = {
  now: () => realTimers.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        realTimers.clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = realTimers.setTimeout(wake, milliseconds)
      signal.addEventListener('abort', wake, { once: true })
    }),
}
