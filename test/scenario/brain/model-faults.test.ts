import { afterEach, describe, expect, test } from 'vitest'
import { FAULTS, type Fault } from '../../../src/brain/language/server/faults.ts'
import { createBrain } from '../../../src/cli/compose/create-brain.ts'
import type { Brain } from '../../../src/core/brain.ts'
import { CallLedger, type HadThought } from '../../../src/core/call-ledger.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { examplePercept, exampleTask, exampleView } from '../../support/examples.ts'
import {
  modelsOf,
  type ScriptedModel,
  scriptedBrainAt,
  scriptedModel,
  teamFile,
} from '../../support/scripted-model.ts'

const goal: Goal = { type: 'have', item: 'stick', count: 4 }
const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const blocks = [{ name: 'oak_log', count: 4, nearest: { x: 3, y: 64, z: 0 }, distance: 3 }]
const view = exampleView({ percept: examplePercept({ blocks }), knowledge })
const recollection = { skills: [], episodes: [], facts: [] }
let open: ScriptedModel | null = null

afterEach(async () => {
  await open?.close()
  open = null
})

/** A brain on a server that does what the plan says, and the ledger of its calls. */
async function brainUnder(
  faults: string,
  fields: Readonly<Record<string, unknown>> = {},
  brain: object | null = null,
) {
  const model = await scriptedModel(faults)
  open = model
  const spec = scriptedBrainAt(model.url, fields)
  const team = teamFile({ agents: [{ name: 'Ada', brain: brain === null ? spec : { use: spec, ...brain } }] })
  const [agent] = team.agents
  if (agent === undefined) throw new Error('The team has an agent.')
  const calls = new CallLedger()
  const models = await modelsOf(team, model)
  const signal = new AbortController().signal
  return {
    brain: createBrain({ team, agent, seed: '1', gameVersion: '1.21.4', models, calls, signal }),
    calls,
    model,
  }
}

function author(brain: Brain, calls: CallLedger) {
  return calls.during(() =>
    brain.author.author(view, { task: exampleTask({ goal }), recollection, attempts: [] }),
  )
}

function results({ calls }: HadThought<unknown>): readonly string[] {
  return calls.map(({ call }) => call.result)
}

/** Faults that a second try, or a reply to the complaint, makes good. */
const PASSING = FAULTS.filter((fault) => !['denied', 'filtered', 'endless', 'thinking'].includes(fault))

describe.each([true, false])('with streamed replies: %s,', (stream) => {
  test.each(PASSING)('a passing %s costs a try and no thought', async (fault) => {
    const { brain, calls, model } = await brainUnder(`${fault},ok`, { stream })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'skill', draft: { name: 'obtainStick' } } })
    expect(results(had).at(-1)).toBe('used')
    expect(model.requests).toHaveLength(2)
  })

  test('what a model thinks aloud is no part of its reply', async () => {
    const { brain, calls } = await brainUnder('thinking', { stream })
    const had = await author(brain, calls)
    expect(had.outcome).toMatchObject({ ok: true, value: { type: 'skill' } })
    expect(results(had)).toEqual(['used'])
  })

  test('an endless reply is cut and counts as too long', async () => {
    const { brain, calls, model } = await brainUnder('endless', { stream, replyTokens: 100 })
    expect(results(await author(brain, calls))).toEqual(['too-long'])
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
    expect(results(had).at(-1), had.calls.at(-1)?.call.reason).toBe(result)
    expect(model.requests).toHaveLength(requests)
    // What the provider wrote is for the journal alone.
    for (const words of ['Too many requests', 'Incorrect API key', 'overloaded', '<html>']) {
      expect(reason).not.toContain(words)
    }
  },
)

test('after a lasting failure the planner takes over where the team file says so, and the next model before it', async () => {
  const planned = await brainUnder('server-error', { tries: 1 }, { fallback: ['planner'] })
  expect((await author(planned.brain, planned.calls)).outcome).toMatchObject({
    ok: true,
    value: { type: 'skill' },
  })
  await planned.model.close()
  const second = await scriptedModel()
  const spare = scriptedBrainAt(second.url)
  const { brain, calls } = await brainUnder('server-error', { tries: 1 }, { fallback: [spare] })
  expect(results(await author(brain, calls))).toEqual(['used'])
  expect(second.requests).toHaveLength(1)
  await second.close()
})

test('a budget ends all calls for good, and the planner takes over where the team file says so', async () => {
  const { brain, calls, model } = await brainUnder('ok', {}, { budget: { calls: 1 } })
  expect(results(await author(brain, calls))).toEqual(['used'])
  const had = await author(brain, calls)
  expect(results(had)).toEqual(['over-budget'])
  expect(had.outcome).toMatchObject({ ok: true, value: { reason: expect.stringContaining('budget') } })
  expect(model.requests).toHaveLength(1)
})

test('a server that is not there is said to be unreachable', async () => {
  const { brain, calls, model } = await brainUnder('ok', { tries: 2 })
  await model.close()
  const had = await author(brain, calls)
  expect(results(had)).toEqual(['unreachable'])
  expect(had.calls[0]?.call.reason).toContain('is the server running?')
})
