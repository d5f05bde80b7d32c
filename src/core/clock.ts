/** Length of one game tick in milliseconds of game time. */
export const TICK_MS = 50

/**
 * The time that agents live in. Under simulated time it stands still while anybody holds it.
 *
 * Everything in the mind that waits does so through its clock; nothing reads `Date.now` or sets a timer of its own.
 */
export interface Clock {
  /** Whether time is simulated: it stands still while it is held, and passes as fast as the machine allows. */
  readonly isSimulated: boolean
  /** Ticks since the run began; 20 a second in real time. */
  tick(): number
  /** Resolves once `ticks` have passed; rejects with the signal's reason when it is aborted first. */
  wait(ticks: number, signal?: AbortSignal): Promise<void>
  /**
   * Says that the holder is at work: simulated time stands still until the returned function is called (once; further
   * calls do nothing). A real-time clock cannot be held and returns a function without effect.
   */
  hold(holder: string): () => void
  /**
   * Resolves when it is the asker's turn; in real time that is at once. Under simulated time it is at the next standstill,
   * when nobody is at work any more: those who ask by then get their turns in the order of their names, one after another,
   * and those of one name in the order of asking. So work that goes on outside of the game may end in any order and still
   * has its effects in the same one. The asker must not hold the clock.
   */
  turn(asker: string): Promise<void>
}
