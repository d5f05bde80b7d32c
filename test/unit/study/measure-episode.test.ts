import { describe, expect, it } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { messageSchema } from '../../../src/core/message.ts'
import type { Outcome } from '../../../src/core/outcome.ts'
import type { RunEvent } from '../../../src/core/run-event.ts'
import { VolatileJournal } from '../../../src/record/volatile-journal.ts'
import { failureKind } from '../../../src/study/failure-kind.ts'
import { measureEpisode } from '../../../src/study/measure-episode.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

const outcome: Outcome = {
  status: 'completed',
  error: null,
  value: null,
  trace: [],
  chat: [],
  inventoryBefore: {},
  inventoryAfter: {},
  startTick: 0,
  endTick: 10,
  fuelUsed: 1,
  reproducible: true,
}

const act = (tick: number, result: object) =>
  ({ type: 'act', tick, name: 'craftItem', arguments: [], result }) as Outcome['trace'][number]

const crafted = (tick: number, item: string) =>
  act(tick, { ok: true, message: 'Crafted.', value: { gained: { [item]: 1 } } })

function entries(events: readonly (readonly [number, string | null, RunEvent])[]): readonly JournalEntry[] {
  const journal = new VolatileJournal()
  for (const [tick, agent, event] of events) journal.append(event, agent, tick)
  return [...journal.entries()]
}

const attemptEnded = (success: boolean, of: Outcome | null): RunEvent => ({
  type: 'attempt-ended',
  attempt: 'a',
  skill: 's',
  outcome: of,
  success,
  critique: '',
})

const attemptStarted: RunEvent = {
  ...{ type: 'attempt-started', attempt: 'a', task: 't', skill: 's', source: '' },
  ...{ arguments: [], reused: false },
}

const believed = (status: Belief['status'], id = 'b'): RunEvent => {
  return {
    type: 'step-committed',
    step: 1,
    changes: [{ type: 'belief-set', belief: exampleBelief({ id, status }) }],
  }
}

const seen = (inventory: Record<string, number>): RunEvent => ({
  type: 'state-seen',
  health: 20,
  food: 20,
  position: { x: 0, y: 0, z: 0 },
  inventory,
})

describe('measureEpisode()', () => {
  it('counts items that were made and used up within an attempt, from their own tick on', () => {
    const made = {
      ...outcome,
      trace: [crafted(40, 'oak_planks'), crafted(45, 'stick')],
      inventoryAfter: { stick: 4 },
    }
    const measures = measureEpisode(
      entries([
        [5, 'Ben', seen({ oak_log: 1 })],
        [50, 'Ben', attemptEnded(true, made)],
      ]),
      null,
    )
    expect(measures.items).toEqual({ oak_log: 5, oak_planks: 40, stick: 45 })
    expect(measures.milestones).toEqual({ log: 5, planks: 40, stick: 45 })
  })

  it('takes success, attempts and items from the subjects, and talk from all', () => {
    const message = messageSchema.parse({
      id: 'm1',
      conversation: 'm1',
      from: 'Ada',
      to: ['Ben'],
      act: 'tell',
      text: 'Hit it by hand.',
      about: [],
      claims: [],
      replyTo: null,
      tick: 3,
    })
    const measures = measureEpisode(
      entries([
        [1, 'Ada', seen({ diamond: 1 })],
        [2, 'Ada', attemptStarted],
        [2, 'Ada', attemptEnded(false, null)],
        [3, 'Ada', { type: 'message-sent', message }],
        [4, 'Ada', { type: 'agent-finished', reached: true, reason: '' }],
        [9, 'Ben', { type: 'agent-finished', reached: false, reason: '' }],
        [10, null, { type: 'run-ended', reached: true, reason: 'Ada reached the goal.' }],
      ]),
      ['Ben'],
    )
    expect(measures).toMatchObject({ reached: false, ticksToGoal: null, ticks: 10, attempts: 0, items: {} })
    expect(measures).toMatchObject({ messages: 1, words: 4, questions: 0, failures: {} })
  })

  it('counts the beliefs that are given up in the end, by whom they are held', () => {
    const measures = measureEpisode(
      entries([
        [1, 'Ada', believed('refuted')],
        [2, 'Ben', believed('refuted')],
        [3, 'Ben', believed('refuted', 'c')],
        [4, 'Ben', believed('held', 'c')],
      ]),
      null,
    )
    expect(measures).toMatchObject({ refutedBeliefs: 2, steps: { Ada: 1, Ben: 3 } })
  })

  it('is reached when the last subject has reached the goal, at that tick', () => {
    const measures = measureEpisode(
      entries([
        [4, 'Ada', { type: 'agent-finished', reached: true, reason: '' }],
        [90, 'Ben', { type: 'agent-finished', reached: true, reason: '' }],
        [100, null, { type: 'run-ended', reached: true, reason: '' }],
      ]),
      ['Ada', 'Ben'],
    )
    expect(measures).toMatchObject({ reached: true, ticksToGoal: 90, ticks: 100 })
  })
})

describe('failureKind()', () => {
  it('names what stopped the attempt', () => {
    expect(failureKind(null)).toBe('rejected')
    expect(failureKind({ ...outcome, status: 'timed-out' })).toBe('timed-out')
    expect(failureKind(outcome)).toBe('goal-missed')
    expect(failureKind({ ...outcome, status: 'threw' })).toBe('threw')
    const trace = [act(1, { ok: false, code: 'no-path', message: '' }), crafted(2, 'stick')]
    expect(failureKind({ ...outcome, status: 'threw', trace })).toBe('no-path')
  })
})
