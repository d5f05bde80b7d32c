import { expect, test } from 'vitest'
import type { Judge } from '../../../src/core/brain.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { judgeAttempt } from '../../../src/learn/critic.ts'
import {
  exampleAttempt,
  exampleOutcome,
  examplePercept,
  exampleTask,
  exampleView,
} from '../../support/examples.ts'

const NO_JUDGE: Judge = {
  judge: async () => {
    throw new Error('A goal decides, not the brain.')
  },
}

test('judgeAttempt() believes the world, not the code: a completed run without the items fails', async () => {
  const verdict = await judge(exampleAttempt(), {})
  expect(verdict).toEqual({
    success: false,
    critique: 'The code ran to its end. Still missing: have clay_ball: 0 of 3.',
    by: 'goal',
  })
})

test('judgeAttempt() says of code that was stopped that it was stopped', async () => {
  const error = { message: 'The run ended.', module: null, line: null, column: null }
  const attempt = exampleAttempt({ outcome: exampleOutcome({ status: 'aborted', error }) })
  const { critique } = await judge(attempt, {})
  expect(critique).toBe('The code was stopped: The run ended. Still missing: have clay_ball: 0 of 3.')
})

test('judgeAttempt() counts code that threw after reaching the goal as a success', async () => {
  const error = { message: 'too late', module: null, line: null, column: null }
  const attempt = exampleAttempt({ outcome: exampleOutcome({ status: 'threw', error }) })
  expect((await judge(attempt, { clay_ball: 3 })).success).toBe(true)
})

test('judgeAttempt() fails code that did nothing itself, though the goal came true', async () => {
  const attempt = exampleAttempt({ outcome: exampleOutcome({ trace: [] }) })
  expect((await judge(attempt, { clay_ball: 3 })).success).toBe(false)
})

test('judgeAttempt() repeats the findings of the static check with their lines', async () => {
  const findings = [{ rule: 'syntax', message: 'Unexpected token.', line: 2, column: 1 }]
  const verdict = await judge(exampleAttempt({ findings, outcome: null }), {})
  expect(verdict).toEqual({ success: false, critique: 'Line 2: Unexpected token.', by: 'check' })
})

test('judgeAttempt() asks the brain where there is no goal', async () => {
  const judgement = { success: true, critique: 'It looks fine.', by: 'brain' } as const
  const task = exampleTask({ goal: null })
  const evidence = evidenceOf(examplePercept())
  const verdict = await judgeAttempt(
    { judge: async () => judgement },
    exampleView(),
    task,
    exampleAttempt(),
    evidence,
  )
  expect(verdict).toBe(judgement)
})

function judge(attempt: ReturnType<typeof exampleAttempt>, inventory: Readonly<Record<string, number>>) {
  const percept = examplePercept({ inventory })
  return judgeAttempt(NO_JUDGE, exampleView({ percept }), exampleTask(), attempt, evidenceOf(percept))
}

function evidenceOf(percept: Percept) {
  return { percept, baseline: percept.tally, blockAt: async () => null, runCode: async () => false }
}
