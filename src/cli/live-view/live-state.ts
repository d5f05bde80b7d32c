import type { Json } from '../../core/json.ts'
import { foldPageState, initialPageState, type Occurrence, type PageState } from '../../web/page-state.ts'

/** What the terminal shows: what the page shows, and the attempts of each agent's present step. */
export interface LiveState {
  readonly page: PageState
  /** Attempts begun in the step that each agent is in. */
  readonly stepAttempts: Readonly<Record<string, number>>
  /** How many a step may have; null until the run has said so. */
  readonly attemptsPerStep: number | null
}

export const initialLiveState: LiveState = {
  page: initialPageState('Kithcraft'),
  stepAttempts: {},
  attemptsPerStep: null,
}

/** The state after the journal entry. */
export function foldLiveState(state: LiveState, entry: Occurrence): LiveState {
  const page = foldPageState(state.page, entry)
  const { agent, event } = entry
  if (event.type === 'run-started') return { ...state, page, attemptsPerStep: limitOf(event.team) }
  if (agent === null) return { ...state, page }
  if (event.type === 'attempt-started') {
    return { ...state, page, stepAttempts: withCount(state, agent, (state.stepAttempts[agent] ?? 0) + 1) }
  }
  const stepEnds = event.type === 'step-committed' || event.type === 'task-taken'
  return stepEnds ? { ...state, page, stepAttempts: withCount(state, agent, 0) } : { ...state, page }
}

function withCount(state: LiveState, agent: string, count: number): LiveState['stepAttempts'] {
  return { ...state.stepAttempts, [agent]: count }
}

function limitOf(team: Json): number | null {
  const limits = field(team, 'limits')
  const value = limits === undefined ? undefined : field(limits, 'attemptsPerStep')
  return typeof value === 'number' ? value : null
}

function field(value: Json, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return (value as { readonly [key: string]: Json })[name]
}
