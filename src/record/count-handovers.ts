import type { TraceEntry } from '../core/outcome.ts'

/** How often things were handed to others. */
export interface Handovers {
  /** Thrown at somebody's feet and picked up. */
  readonly byHand: number
  /** Put into a chest for somebody to come for. */
  readonly byChest: number
}

/** Counts what went from the agent to others in what it did. */
export function countHandovers(trace: readonly TraceEntry[]): Handovers {
  const done = trace.filter((entry) => entry.type === 'act').filter(({ result }) => result.ok)
  return {
    byHand: done.filter(({ name }) => name === 'giveItem').length,
    byChest: done.filter(
      ({ name, arguments: values }) => name === 'depositItemIntoChest' && typeof values[2] === 'string',
    ).length,
  }
}
