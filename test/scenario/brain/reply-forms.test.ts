import { afterEach, describe, expect, test } from 'vitest'
import { FAULTS } from '../../../src/brain/language/server/faults.ts'
import type { Brain } from '../../../src/core/brain.ts'
import type { CallLedger } from '../../../src/core/call-ledger.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { modelBrain, resultsOf, viewByOaks } from '../../support/model-brain.ts'
import { type ScriptedModel, scriptedBrainAt, scriptedModel } from '../../support/scripted-model.ts'

const goal: Goal = { type: 'have', item: 'stick', count: 4 }
let open: ScriptedModel | null = null

afterEach(async () => {
  await open?.close()
  open = null
})

async function brainOn(forms: string, fields: Readonly<Record<string, unknown>> = {}, faults = 'ok') {
  const model = await scriptedModel(faults, forms)
  open = model
  return { ...(await modelBrain(scriptedBrainAt(model.url, fields), model)), model }
}

function propose(brain: Brain, calls: CallLedger) {
  return calls.during(() => brain.proposer.propose(viewByOaks, goal))
}

describe.each([true, false])('with streamed replies: %s,', (stream) => {
  test.each([
    ['schema,tool,json', 'schema', 1],
    ['tool,json', 'tool', 2],
    ['json', 'json', 3],
    ['text', 'text', 4],
  ] as const)(
    'a model that takes %s is held to JSON by %s, which is found out once',
    async (forms, taken, requests) => {
      const { brain, calls, model } = await brainOn(forms, { stream })
      const had = await propose(brain, calls)
      expect(had.outcome).toMatchObject({ ok: true, value: { goal: expect.anything() } })
      expect(resultsOf(had)).toEqual(['used'])
      expect(model.requests).toHaveLength(requests)
      expect(model.requests.at(-1)).toContain(taken === 'text' ? 'answer: {' : `answer: by ${taken}: {`)
      await propose(brain, calls)
      expect(model.requests).toHaveLength(requests + 1)
      expect(had.calls[0]?.call.inputTokens).toBeGreaterThan(100)
    },
  )

  test.each(FAULTS.filter((fault) => !['denied', 'filtered', 'endless', 'thinking'].includes(fault)))(
    'a passing %s of a model that calls a tool costs a try and no thought',
    async (fault) => {
      const { brain, calls, model } = await brainOn('tool', { stream, structured: 'tool' }, `${fault},ok`)
      const had = await propose(brain, calls)
      expect(had.outcome).toMatchObject({ ok: true, value: { goal: expect.anything() } })
      expect(resultsOf(had).at(-1)).toBe('used')
      expect(model.requests).toHaveLength(2)
      expect(model.requests[1]).toContain('answer: by tool: {')
    },
  )

  test('a model that says in words what it should call a tool with is understood', async () => {
    const { brain, calls } = await brainOn('tool', { stream, structured: 'tool' }, 'thinking')
    expect(resultsOf(await propose(brain, calls))).toEqual(['used'])
  })
})

test('a form that the team file names is asked for, whatever comes of it', async () => {
  const { brain, calls, model } = await brainOn('tool', { structured: 'schema' })
  const had = await propose(brain, calls)
  expect(resultsOf(had)).toEqual(['bad-request'])
  expect(had.calls[0]?.call.reason).toContain('takes no response_format of the type json_schema')
  expect(model.requests).toHaveLength(1)
})

test('a request that is wrong in every form fails once for each, and spoils none', async () => {
  const { brain, calls, model } = await brainOn('schema,tool,json', {}, 'denied,ok')
  expect(resultsOf(await propose(brain, calls))).toEqual(['denied'])
  expect(resultsOf(await propose(brain, calls))).toEqual(['used'])
  expect(model.requests[1]).toContain('by schema')
})
