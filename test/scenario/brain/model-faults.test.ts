import { afterEach, describe, expect, test } from 'vitest'
import { FAULTS, type Fault } from '../../../src/brain/language/server/faults.ts'
import type { Brain } from '../../../src/core/brain.ts'
import type { CallLedger } from '../../../src/core/call-ledger.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { exampleTask } from '../../support/examples.ts'
import { modelBrain, resultsOf, viewByOaks } from '../../support/model-brain.ts'
import { type ScriptedModel, scriptedBrainAt, scriptedModel } from '../../support/scripted-model.ts'

const goal: Goal = { type: 'have', item: 'stick', count: 4 }
const recollection = { skills: [], episodes: [], facts: [] }
let open: ScriptedModel | null = null

afterEach(async () => {
  await open?.close()
  open = null
})

/** A brain on a server that does what the plan says. */
async function brainUnder(
  faults: string,
  fields: Readonly<Record<string, unknown>> = {},
  brain: object | null = null,
) {
  const model = await scriptedModel(faults)
  open = model
  const spec = scriptedBrainAt(model.url, fields)
  return { ...(await modelBrain(brain === null ? spec : { use: spec, ...brain }, model)), model }
}

function author(brain: Brain, calls: CallLedger) {
  return calls.during(() =>
    brain.author.author(viewByOaks, { task: exampleTask({ goal }), recollection, attempts: [] }),
  )
}

/** Faults that a second try, or a reply to the complaint, makes good. */
const PASSING = FAULTS.filter((fault) => !['denied', 'filtered', 'endless', 'thinking'].includes(fault))

describe.each([true, false])('with streamed replies: %s,', (stream) => {
  test.each(PASSING)('a passing %s costs a try and no thought', async (fault) => {
    const { brain, calls, model } = await brainUnder(`${fault},ok`, { stream })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'skill', draft: { name: 'obtainStick' } } })
    expect(resultsOf(had).at(-1)).toBe('used')
    expect(model.requests).toHaveLength(2)
  })

  test('what a model thinks aloud is no part of its reply', async () => {
    const { brain, calls } = await brainUnder('thinking', { stream })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'skill' } })
    expect(resultsOf(had)).toEqual(['used'])
  })

  test('an endless reply is cut and counts as too long', async () => {
    const { brain, calls, model } = await brainUnder('endless', { stream, replyTokens: 100 })
    expect(resultsOf(await author(brain, calls))).toEqual(['too-long'])
    expect(model.requests).toHaveLength(1)
  })
})

const LASTING: Readonly<Record<Exclude<Fault, 'thinking'>, readonly [result: string, requests: number]>> = {
  'rate-limit': ['rate-limited', 3],
  'server-error': ['server-error', 3],
  overloaded: ['server-error', 3],
  denied: ['denied', 1],
  'time-out': ['timed-out', 3],
  reset: ['unreachable', 3],
  cut: ['cut-off', 3],
  garbage: ['malformed', 3],
  'wrong-schema': ['unusable', 3],
  endless: ['too-long', 1],
  refusal: ['unusable', 3],
  filtered: ['refused', 1],
  empty: ['malformed', 3],
}

test.each(Object.entries(LASTING))(
  'a lasting %s ends in a clear, counted failure',
  async (fault, [result, requests]) => {
    const { brain, calls, model } = await brainUnder(fault, { tries: 3, replyTokens: 100 })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'blocked', questions: [] } })
    const { reason } = had.outcome.ok ? (had.outcome.value as { reason: string }) : { reason: '' }
    expect(reason).toMatch(/^The language model gave no (usable )?code/)
    expect(resultsOf(had).at(-1), had.calls.at(-1)?.call.reason).toBe(result)
    expect(model.requests).toHaveLength(requests)
    // What the provider wrote is for the journal alone.
    for (const words of ['Too many requests', 'Incorrect API key', 'overloaded', '<html>']) {
      expect(reason).not.toContain(words)
    }
  },
)

describe.each(Object.keys(LASTING))('after a lasting %s', (fault) => {
  const fields = { tries: 2, replyTokens: 100 }

  test('the planner takes over where the team file says so', async () => {
    const { brain, calls } = await brainUnder(fault, fields, { fallback: ['planner'] })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'skill', draft: { name: 'obtainStick' } } })
  })

  test('the next model is asked first', async () => {
    const second = await scriptedModel()
    const spare = { ...scriptedBrainAt(second.url), model: 'cheaper' }
    const { brain, calls } = await brainUnder(fault, fields, { fallback: [spare, 'planner'] })
    const had = await author(brain, calls)
    // What came whole, but as no code, is said back to its author: the next model is for what fails.
    const isReply = LASTING[fault as keyof typeof LASTING][0] === 'unusable'
    expect(resultsOf(had)).toEqual(isReply ? ['unusable', 'unusable', 'unusable'] : ['used'])
    expect(had.calls.at(-1)?.call.model).toBe(isReply ? 'scripted/planner' : 'scripted/cheaper')
    expect(second.requests).toHaveLength(isReply ? 0 : 1)
    await second.close()
  })
})

test('a budget ends all calls for good, and the planner takes over where the team file says so', async () => {
  const { brain, calls, model } = await brainUnder('ok', {}, { budget: { calls: 1 } })
  expect(resultsOf(await author(brain, calls))).toEqual(['used'])
  const had = await author(brain, calls)
  expect(resultsOf(had)).toEqual(['over-budget'])
  expect(had.outcome).toMatchObject({ ok: true, value: { reason: expect.stringContaining('budget') } })
  expect(model.requests).toHaveLength(1)
})

test('a server that is not there is said to be unreachable', async () => {
  const { brain, calls, model } = await brainUnder('ok', { tries: 2 })
  await model.close()
  const had = await author(brain, calls)
  expect(resultsOf(had)).toEqual(['unreachable'])
  expect(had.calls[0]?.call.reason).toContain('is the server running?')
})
