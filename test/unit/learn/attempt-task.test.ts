import { expect, test } from 'vitest'
import type { Attempt, Verdict } from '../../../src/core/attempt.ts'
import type { Belief } from '../../../src/core/belief.ts'
import type { Authored } from '../../../src/core/brain.ts'
import type { Finding } from '../../../src/core/program.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { type AttemptPorts, attemptTask } from '../../../src/learn/attempt-task.ts'
import {
  exampleDraft,
  exampleOutcome,
  examplePercept,
  exampleSkill,
  exampleTask,
  exampleView,
  libraryOf,
} from '../../support/examples.ts'

const FAILED: Verdict = { success: false, critique: 'have clay_ball: 0 of 3', by: 'goal' }
const DONE: Verdict = { success: true, critique: 'The goal holds.', by: 'goal' }

test('attemptTask() stops at the first success', async () => {
  const ports = scriptedPorts({
    authored: [written('a'), written('b'), written('c')],
    verdicts: [FAILED, DONE],
  })
  const result = await attemptTask(exampleTask(), 4, ports)
  expect(result.attempts.map((attempt) => attempt.number)).toEqual([1, 2])
  expect(result.success?.attempt.draft.source).toBe('b')
  expect(ports.observed).toHaveLength(2)
})

test('attemptTask() gives up after the limit', async () => {
  const authored = ['a', 'b', 'c', 'd', 'e'].map((source) => written(source))
  const result = await attemptTask(
    exampleTask(),
    4,
    scriptedPorts({ authored, verdicts: Array(5).fill(FAILED) }),
  )
  expect(result.attempts).toHaveLength(4)
  expect(result.success).toBeNull()
})

test('attemptTask() is blocked when the author offers failed code again', async () => {
  const ports = scriptedPorts({ authored: [written('a'), written('a')], verdicts: [FAILED] })
  const result = await attemptTask(exampleTask(), 4, ports)
  expect(result.attempts).toHaveLength(1)
  expect(result.blocked?.reason).toContain('has been tried')
})

test('attemptTask() runs the same code again once a belief that it depends on has changed', async () => {
  const ports = scriptedPorts({
    authored: [written('a', ['tool:clay']), written('a', ['tool:clay'])],
    verdicts: [FAILED, DONE],
    beliefs: [[], [toolBelief()]],
  })
  const result = await attemptTask(exampleTask(), 4, ports)
  expect(result.success?.attempt.number).toBe(2)
})

test('attemptTask() runs the same code again after it was cut off from outside', async () => {
  const ports = scriptedPorts({
    authored: [written('a'), written('a')],
    verdicts: [FAILED, DONE],
    status: 'aborted',
  })
  const result = await attemptTask(exampleTask(), 4, ports)
  expect(result.success?.attempt.number).toBe(2)
})

test('attemptTask() does not run code with findings', async () => {
  const finding: Finding = { rule: 'syntax', message: 'Unexpected token.', line: 1, column: 1 }
  const ports = scriptedPorts({ authored: [written('a')], verdicts: [FAILED], findings: [finding] })
  const result = await attemptTask(exampleTask(), 1, ports)
  expect(result.attempts[0]?.outcome).toBeNull()
  expect(ports.ran).toEqual([])
})

test('attemptTask() hands over the reason of a blocked author', async () => {
  const blocked: Authored = {
    type: 'blocked',
    reason: 'No recipe.',
    questions: [{ text: 'How?', about: ['clay'] }],
  }
  const result = await attemptTask(exampleTask(), 4, scriptedPorts({ authored: [blocked], verdicts: [] }))
  expect(result).toEqual({ attempts: [], success: null, blocked })
})

test('attemptTask() stops when nothing more can be picked up, and leaves the task open', async () => {
  const ports = scriptedPorts({ authored: [written('a'), written('b')], verdicts: [FAILED, DONE] })
  const full = exampleView({ percept: examplePercept({ freeSlots: 0 }) })
  const result = await attemptTask(exampleTask(), 4, { ...ports, view: async () => full })
  expect(result).toMatchObject({ success: null, blocked: null, isInterrupted: true })
  expect(result.attempts).toHaveLength(1)
})

test('attemptTask() pins a reused skill to the versions that it was proved with', async () => {
  const old = exampleSkill({ name: 'dig', source: 'old' })
  const fresh = exampleSkill({ name: 'dig', source: 'fresh', version: 2 })
  const user = exampleSkill({ calls: [{ name: 'dig', version: 1 }] })
  const authored: Authored = { ...written(user.source), reused: { name: user.name, version: 1 } }
  const ports = scriptedPorts({ authored: [authored], verdicts: [DONE], skills: [old, fresh, user] })
  const result = await attemptTask(exampleTask(), 4, ports)
  expect(ports.ran).toEqual([['old', user.source]])
  expect(result.success?.calls).toEqual([{ name: 'dig', version: 1 }])
})

interface Script {
  readonly authored: readonly Authored[]
  readonly verdicts: readonly Verdict[]
  readonly beliefs?: readonly (readonly Belief[])[]
  readonly findings?: readonly Finding[]
  readonly skills?: readonly Skill[]
  readonly status?: 'completed' | 'aborted'
}

function scriptedPorts(script: Script): AttemptPorts & { observed: Attempt[]; ran: string[][] } {
  const observed: Attempt[] = []
  const ran: string[][] = []
  let views = 0
  return {
    observed,
    ran,
    view: async () =>
      exampleView({ beliefs: script.beliefs?.[views++] ?? [], skills: libraryOf(...(script.skills ?? [])) }),
    author: async (_view, attempts) => required(script.authored[attempts.length]),
    check: () => script.findings ?? [],
    isInterrupted: () => false,
    run: async (program) => {
      ran.push(program.modules.map((module) => module.source))
      return exampleOutcome({ status: script.status ?? 'completed' })
    },
    judge: async (attempt) => required(script.verdicts[attempt.number - 1]),
    observe: (attempt) => observed.push(attempt),
    started: () => {},
    ended: () => {},
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The script has no more entries.')
  return value
}

function written(source: string, dependsOn: readonly string[] = []): Authored & { type: 'skill' } {
  return { type: 'skill', draft: exampleDraft({ source }), arguments: [3], reused: null, dependsOn }
}

function toolBelief(): Belief {
  return {
    id: 'b1',
    kind: 'task',
    sentence: 'Clay needs no tool.',
    claim: { type: 'tool', block: 'clay', tools: [] },
    source: { type: 'seen' },
    tick: 1,
    confidence: 1,
    status: 'held',
    evidence: [],
  }
}
