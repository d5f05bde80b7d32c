/** Ticks after which half of the confidence in something about another agent is gone. What it knows it keeps. */
export const HALF_LIFE = {
  /** A minute: tasks change often. */
  doing: 1200,
  /** Two minutes: items are used up and handed on. */
  items: 2400,
  /** Ten seconds: who walks is elsewhere soon. */
  place: 200,
  /** Five minutes: who did not know may have found out. */
  lack: 6000,
} as const

/** What is left of a confidence after `age` ticks. */
export function fade(confidence: number, age: number, halfLife: number): number {
  return confidence * 0.5 ** (Math.max(0, age) / halfLife)
}
