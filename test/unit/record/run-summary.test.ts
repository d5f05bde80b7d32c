import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/outcome.ts'
import type { RunEvent } from '../../../src/core/run-event.ts'
import { openFileJournal } from '../../../src/record/file-journal.ts'
import { replayDirectory, replayEntries } from '../../../src/record/replay.ts'
import { createRunDirectory } from '../../../src/record/run-directory.ts'
import { summarizeRun } from '../../../src/record/run-summary.ts'
import { VolatileJournal } from '../../../src/record/volatile-journal.ts'
import { exampleOutcome, exampleSkill } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode, exampleMessage } from '../../support/memory-examples.ts'

const GOAL = { type: 'have', item: 'stone_pickaxe', count: 1 } as const
const STARTED: RunEvent = { type: 'run-started', run: 'run-1', team: { name: 'two' }, goal: GOAL }

test('summarizeRun() tells of each agent what it did, learned and owns', () => {
  const summary = summarize([
    [null, STARTED],
    ['Ada', { type: 'task-taken', task: 'Ada-1', text: 'Obtain clay', goal: null }],
    ['Ada', started('1', { source: 'line\n\n  other' })],
    ['Ada', ended('1', { success: false })],
    ['Ada', started('2', { source: 'line\n\n  other' })],
    [
      'Ada',
      { type: 'attempt-ended', attempt: '2', skill: 's', outcome: null, success: false, critique: 'Bad.' },
    ],
    ['Ada', started('3', { source: 'third' })],
    ['Ada', ended('3', { success: true })],
    [
      'Ada',
      { type: 'skill-admitted', name: 'obtainClay', version: 1, status: 'provisional', description: 'Digs.' },
    ],
    ['Ada', committed()],
    ['Ada', { type: 'task-ended', task: 'Ada-1', status: 'done', reason: null }],
    ['Ada', { type: 'message-sent', message: exampleMessage({ to: ['Ben', 'Steve, a person'] }) }],
    ['Ada', { type: 'body-reported', event: { type: 'bot-died', agent: 'Ada' } }],
    [
      'Ada',
      {
        type: 'state-seen',
        health: 20,
        food: 20,
        position: { x: 0, y: 0, z: 0 },
        inventory: { clay_ball: 3 },
      },
    ],
    ['Ada', { type: 'agent-finished', reached: true, reason: 'The goal is reached.' }],
    ['Ben', { type: 'task-taken', task: 'Ben-1', text: 'Obtain clay', goal: null }],
    [null, { type: 'run-ended', reached: false, reason: 'The time is up.' }],
  ])
  expect(summary).toMatchObject({
    run: 'run-1',
    directory: '/runs/run-1',
    goal: GOAL,
    reached: false,
    reason: 'The time is up.',
    ticks: 16,
    reproducible: true,
  })
  expect(summary?.agents.Ada).toEqual({
    reached: true,
    reason: 'The goal is reached.',
    tasks: { done: 1, setAside: 0, givenUp: 0, open: 0 },
    attempts: { total: 3, succeeded: 1, failed: 2, rejected: 1, reused: 0 },
    skillsLearned: [
      {
        name: 'obtainClay',
        version: 1,
        status: 'verified',
        description: 'Digs clay until the inventory holds enough.',
        trial: null,
        depth: 2,
      },
    ],
    skillsReused: [],
    codeWritten: { skills: 2, lines: 3 },
    handovers: { byHand: 0, byChest: 0 },
    messagesSent: 1,
    messagesReceived: 0,
    talk: expect.objectContaining({ words: 4, conversations: 1, acts: { tell: 1 } }),
    beliefs: { seen: 0, told: 1, inferred: 0, innate: 1, refuted: 1 },
    models: null,
    deaths: 1,
    inventory: { clay_ball: 3 },
  })
  expect(summary?.agents.Ben).toMatchObject({
    reached: false,
    tasks: { open: 1 },
    messagesReceived: 1,
    inventory: {},
  })
})

test('summarizeRun() counts a library skill as reused when an attempt uses it as it is, or calls it', () => {
  const trace: Outcome['trace'] = [
    { type: 'skill', tick: 1, name: 'build', phase: 'entered' },
    { type: 'skill', tick: 1, name: 'dig', phase: 'entered' },
    { type: 'skill', tick: 1, name: 'helper', phase: 'entered' },
  ]
  const summary = summarize([
    [null, STARTED],
    ['Ada', committed()],
    ['Ada', started('1', { skill: 'obtainClay', reused: true })],
    ['Ada', started('2', { skill: 'build' })],
    [
      'Ada',
      {
        type: 'attempt-ended',
        attempt: '2',
        skill: 'build',
        outcome: exampleOutcome({ trace }),
        success: true,
        critique: '',
      },
    ],
  ])
  expect(summary?.agents.Ada?.skillsReused).toEqual(['dig', 'obtainClay'])
  expect(summary?.agents.Ada?.attempts).toMatchObject({ total: 2, succeeded: 1, reused: 1 })
  expect(summary?.agents.Ada?.skillsLearned).toEqual([])
})

test('summarizeRun() says that a run is not reproducible when a limit of the machine decided an attempt', () => {
  const outcome = exampleOutcome({ status: 'killed', reproducible: false })
  const summary = summarize([
    [null, STARTED],
    ['Ada', started('1')],
    [
      'Ada',
      { type: 'attempt-ended', attempt: '1', skill: 's', outcome, success: false, critique: 'Killed.' },
    ],
  ])
  expect(summary?.reproducible).toBe(false)
})

test('summarizeRun() of a run that was cut off has no reason and counts what was open', () => {
  const summary = summarize([
    [null, STARTED],
    ['Ada', started('1')],
  ])
  expect(summary).toMatchObject({ reached: false, reason: null })
  expect(summary?.agents.Ada?.attempts).toEqual({ total: 1, succeeded: 0, failed: 0, rejected: 0, reused: 0 })
})

test('replayEntries() keeps the state of each agent, and an ended run that is resumed goes on', () => {
  const replay = replayOf([
    [null, STARTED],
    ['Ada', committed()],
    ['Ada', { type: 'agent-finished', reached: false, reason: 'The run ended first.' }],
    [null, { type: 'run-ended', reached: false, reason: 'Interrupted.' }],
    [null, STARTED],
  ])
  expect(replay?.end).toBeNull()
  expect([...(replay?.agents.get('Ada')?.skills.keys() ?? [])]).toEqual(['dig@1', 'obtainClay@1'])
  expect(replay?.agents.get('Ada')).toMatchObject({ step: 1, end: null })
  expect(replay?.agents.get('Ada')?.episodes.size).toBe(1)
})

test('replayDirectory() reads a run from its directory, and says so when it never began', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kithcraft-replay-'))
  const directory = createRunDirectory(join(folder, 'run'))
  const journal = openFileJournal(directory.journal)
  expect(() => replayDirectory(directory)).toThrow('holds no start of a run')
  journal.append(STARTED, null, 0)
  expect(replayDirectory(directory)).toMatchObject({ run: 'run-1', team: { name: 'two' }, goal: GOAL })
  journal.close()
  rmSync(folder, { recursive: true })
})

function started(
  attempt: string,
  fields: { skill?: string; source?: string; reused?: boolean } = {},
): RunEvent {
  return {
    type: 'attempt-started',
    attempt,
    task: 'Ada-1',
    skill: 's',
    source: 'code',
    arguments: [],
    reused: false,
    ...fields,
  }
}

function ended(attempt: string, { success }: { success: boolean }): RunEvent {
  return { type: 'attempt-ended', attempt, skill: 's', outcome: exampleOutcome(), success, critique: '' }
}

function committed(): RunEvent {
  const told = { type: 'told', by: 'Ben', message: 'm' } as const
  const calls = [{ name: 'dig', version: 1 }]
  return {
    type: 'step-committed',
    step: 1,
    changes: [
      { type: 'skill-set', skill: exampleSkill({ name: 'dig' }) },
      { type: 'skill-set', skill: exampleSkill({ calls }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'a', source: told }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'b', source: { type: 'innate' } }) },
      { type: 'belief-set', belief: exampleBelief({ id: 'c', status: 'refuted' }) },
      { type: 'episode-added', episode: exampleEpisode() },
    ],
  }
}

function replayOf(events: readonly (readonly [string | null, RunEvent])[]) {
  const journal = new VolatileJournal()
  for (const [tick, [agent, event]] of events.entries()) journal.append(event, agent, tick)
  return replayEntries(journal.entries())
}

function summarize(events: readonly (readonly [string | null, RunEvent])[]) {
  const replay = replayOf(events)
  return replay === null ? null : summarizeRun(replay, '/runs/run-1')
}
