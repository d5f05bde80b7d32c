import { realTimers } from './real-timers.ts'

/** Resolves after what was under way in this process without waiting for anything: promises, and messages that are there. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => realTimers.setImmediate(resolve))
}
