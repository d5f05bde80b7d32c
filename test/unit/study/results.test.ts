import { describe, expect, it } from 'vitest'
import type { EpisodeMeasures } from '../../../src/study/episode-measures.ts'
import { planStudy } from '../../../src/study/plan-study.ts'
import { studyReport } from '../../../src/study/report/study-report.ts'
import { ALL_TASKS, type EpisodeResult, studyResults } from '../../../src/study/results.ts'
import { studyFileSchema } from '../../../src/study/study-schema.ts'

const empty: EpisodeMeasures = {
  reached: false,
  reason: null,
  ticks: 1200,
  ticksToGoal: null,
  reproducible: true,
  attempts: 1,
  failedAttempts: 0,
  skillsLearned: 0,
  refutedBeliefs: 0,
  deaths: 0,
  items: {},
  milestones: {},
  failures: {},
  steps: { Ben: 2 },
  messages: 0,
  words: 0,
  questions: 0,
}

const file = studyFileSchema.parse({
  name: 'study',
  description: 'Does <talk> help?',
  base: {},
  seeds: 4,
  tasks: [{ name: 'dirt' }, { name: 'wood' }],
  conditions: [{ name: 'alone' }, { name: 'together', description: 'They talk.' }],
  measures: ['reached', 'ticksToGoal', 'attempts', 'uniqueItems'],
})
const plan = planStudy(file, {})

/** Together all is reached in half the attempts; alone only with even seeds. */
function measured(condition: string, seed: number): EpisodeMeasures {
  const together = condition === 'together'
  const reached = together || seed % 2 === 0
  const items = { dirt: 10, ...(together && { oak_log: 20, stick: 30 }) }
  const failures = { 'no-path': together ? 0 : 1 }
  return {
    ...empty,
    reached,
    ticksToGoal: reached ? 100 * seed : null,
    attempts: (together ? 1 : 2) * seed,
    items,
    failures,
  }
}

const episodes: readonly EpisodeResult[] = plan.episodes.map(({ id, task, condition, seed }) => ({
  id,
  task,
  condition,
  seed,
  measures: measured(condition, seed),
  error: null,
  rerun: `kithcraft study study.yaml --only ${id}`,
}))
const results = studyResults(file, plan, episodes)

describe('studyResults()', () => {
  it('sums up each task and all tasks together', () => {
    const shares = results.summaries.filter(
      ({ measure, condition }) => measure === 'reached' && condition === 'alone',
    )
    expect(shares.map(({ task, runs, mean }) => [task, runs, mean?.value])).toEqual([
      ['dirt', 4, 0.5],
      ['wood', 4, 0.5],
      [ALL_TASKS, 8, 0.5],
    ])
  })

  it('sums up beliefs of each sort, where tasks tell of two', () => {
    const [dirt, wood] = file.tasks ?? []
    if (dirt === undefined || wood === undefined) throw new Error('The study has two tasks.')
    const sorted = {
      ...file,
      tasks: [
        { ...dirt, refutedBy: 'acting' as const },
        { ...wood, refutedBy: 'telling' as const },
      ],
    }
    const groups = new Set(
      studyResults(sorted, planStudy(sorted, {}), episodes).summaries.map(({ task }) => task),
    )
    expect([...groups]).toEqual([
      'dirt',
      'wood',
      'all refuted by acting',
      'all refuted by telling',
      ALL_TASKS,
    ])
  })

  it('compares pairs of equal seeds only, and has no ratio to nothing', () => {
    const of = (measure: string) =>
      results.comparisons.find((comparison) => comparison.task === 'dirt' && comparison.measure === measure)
    expect(of('ticksToGoal')).toMatchObject({ pairs: 2, difference: { value: 0, low: 0, high: 0 } })
    expect(of('attempts')?.difference).toMatchObject({ value: -2.5 })
    expect(of('attempts')?.ratio).toEqual({ value: 0.5, low: 0.5, high: 0.5 })
    expect(of('messages')).toMatchObject({ pairs: 4, ratio: null })
  })

  it('compares in either direction, over the pairs that both have', () => {
    const turned = { ...file, compare: [{ from: 'together', to: 'alone' }] }
    const { comparisons } = studyResults(turned, planStudy(turned, {}), episodes)
    const [ticks] = comparisons.filter(({ task, measure }) => task === 'dirt' && measure === 'ticksToGoal')
    expect(ticks).toMatchObject({ pairs: 2, ratio: { value: 1, low: 1, high: 1 } })
  })

  it('leaves out episodes that failed', () => {
    const broken = episodes.map((episode) =>
      episode.seed === 1 ? { ...episode, measures: null, error: 'The server ended.' } : episode,
    )
    const summary = studyResults(file, plan, broken).summaries.find(({ measure }) => measure === 'reached')
    expect(summary?.runs).toBe(3)
  })
})

describe('studyReport()', () => {
  const page = studyReport(results, 'body { color: red }')

  it('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)|@import|url\(|<script/)
    expect(page).toContain('<style>body { color: red }</style>')
  })

  it('escapes what the author of the study wrote', () => {
    expect(page).toContain('Does &#60;talk&#62; help?')
    expect(page).not.toContain('<talk>')
  })

  it('shows every measure with its intervals, each failure kind and how to run an episode again', () => {
    expect(page.match(/<figure>/g)).toHaveLength(4 * 3 + 2 * 2)
    expect(page).toContain('together: 3 (3 to 3, 4 runs)')
    expect(page).toContain('<th>no-path</th>')
    expect(page).toContain('kithcraft study study.yaml --only wood/together/4')
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })
})
