/**
 * The timers of the wall clock, captured when this module is first loaded, which must be before a virtual clock is
 * installed. Only supervisors and safety nets use them: everything else waits through its Clock.
 */
export const realTimers = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  /** Milliseconds of real time since the process began. */
  now: performance.now.bind(performance),
} as const
