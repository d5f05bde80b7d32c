import { assertNever } from '../core/assert-never.ts'
import type { EpisodeMeasures } from './episode-measures.ts'

/** Measures that a report can show, by the names that study files use. */
export const measureNames = [
  'reached',
  'ticksToGoal',
  'ticks',
  'attempts',
  'failedAttempts',
  'stepsPerAgent',
  'messages',
  'words',
  'uniqueItems',
  'milestones',
  'skillsLearned',
  'refutedBeliefs',
  'deaths',
] as const

export type MeasureName = (typeof measureNames)[number]

export const DEFAULT_MEASURES: readonly MeasureName[] = [
  'reached',
  'ticksToGoal',
  'attempts',
  'milestones',
  'uniqueItems',
  'messages',
]

/** What a measure is called in a report, and what it counts. */
export const measureTitles: Readonly<Record<MeasureName, { readonly title: string; readonly unit: string }>> =
  {
    reached: { title: 'Goal reached', unit: 'share of runs' },
    ticksToGoal: { title: 'Ticks to the goal', unit: 'ticks, runs that reached it' },
    ticks: { title: 'Length of the run', unit: 'ticks' },
    attempts: { title: 'Attempts', unit: 'per run' },
    failedAttempts: { title: 'Failed attempts', unit: 'per run' },
    stepsPerAgent: { title: 'Steps per agent', unit: 'per run' },
    messages: { title: 'Messages', unit: 'per run, all agents' },
    words: { title: 'Words in messages', unit: 'per run, all agents' },
    uniqueItems: { title: 'Unique items', unit: 'ever held, per run' },
    milestones: { title: 'Tech-tree milestones', unit: 'per run' },
    skillsLearned: { title: 'Skills learned', unit: 'per run' },
    refutedBeliefs: { title: 'Beliefs given up', unit: 'per run' },
    deaths: { title: 'Deaths', unit: 'per run' },
  }

/** The measure as a number; null where the run has none. Shares are means of 0 and 1. */
export function measureValue(measures: EpisodeMeasures, name: MeasureName): number | null {
  switch (name) {
    case 'reached':
      return measures.reached ? 1 : 0
    case 'stepsPerAgent':
      return mean(Object.values(measures.steps))
    case 'uniqueItems':
      return Object.keys(measures.items).length
    case 'milestones':
      return Object.keys(measures.milestones).length
    case 'ticksToGoal':
    case 'ticks':
    case 'attempts':
    case 'failedAttempts':
    case 'messages':
    case 'words':
    case 'skillsLearned':
    case 'refutedBeliefs':
    case 'deaths':
      return measures[name]
    default:
      return assertNever(name)
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
