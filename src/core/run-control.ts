/** How fast simulated time passes. */
export interface PaceState {
  /** Simulated seconds in a second of real time at most; null for as many as the machine can. */
  readonly speed: number | null
  readonly isPaused: boolean
}

export const fullSpeed: PaceState = { speed: null, isPaused: false }

/** What a person may do to a run in simulated time. */
export interface RunControl {
  readonly pace: PaceState
  /** Changes what is given and leaves the rest. */
  setPace(change: Partial<PaceState>): void
  /** Pauses after that many more ticks. */
  step(ticks: number): void
  /** Tells of changes, and of every pause that begins, with the tick at that moment. */
  onPace(listener: (pace: PaceState, tick: number) => void): void
}
