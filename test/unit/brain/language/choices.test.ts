import { describe, expect, test } from 'vitest'
import { findApiKey } from '../../../../src/brain/language/model/api-key.ts'
import {
  explainError,
  retryAfter,
  withoutSecrets,
} from '../../../../src/brain/language/model/explain-error.ts'
import { modelSpecSchema, resolveChoice } from '../../../../src/brain/language/model/model-spec.ts'
import { checkKeys } from '../../../../src/cli/compose/team-models.ts'
import { overrideTeam } from '../../../../src/cli/team-overrides.ts'
import { teamFile } from '../../../support/scripted-model.ts'

describe('a choice of a model', () => {
  test.each([
    ['openai/gpt-5-mini', 'openai', 'gpt-5-mini'],
    ['openrouter/meta-llama/llama-3.3-70b', 'openrouter', 'meta-llama/llama-3.3-70b'],
    ['ollama/qwen2.5-coder:7b', 'ollama', 'qwen2.5-coder:7b'],
  ])('%s is %s and %s', (choice, provider, model) => {
    expect(resolveChoice(choice, {})).toMatchObject({ type: 'model', spec: { provider, model } })
  })

  test('can be a name of the team file, and the planner', () => {
    const small = modelSpecSchema.parse({ provider: 'ollama', model: 'small', contextTokens: 4096 })
    expect(resolveChoice('small', { small })).toEqual({ type: 'model', spec: small })
    expect(resolveChoice('planner', {})).toEqual({ type: 'planner' })
  })

  test.each([
    ['opnai/gpt', 'unknown provider "opnai". Known providers: openai, anthropic, google, openrouter'],
    ['gpt-5', 'is neither "planner" nor a model of "models"'],
    ['planer', 'Did you mean "planner"?'],
  ])('%s is explained', (choice, reason) => {
    const team = () => teamFile({ agents: [{ name: 'Ada', brain: choice }] })
    expect(team).toThrow(reason)
    expect(team).toThrow('agents[0].brain')
  })

  test('in a place of its own is named with its place', () => {
    const brain = { use: 'planner', roles: { author: 'nobody/x' }, fallback: [] }
    expect(() => teamFile({ agents: [{ name: 'Ada', brain }] })).toThrow('"agents[0].brain.roles.author"')
  })

  test('without a price cannot be limited in money', () => {
    const agents = [{ name: 'Ada', brain: 'openai/gpt-5-mini' }]
    expect(() => teamFile({ agents, budget: { run: { money: 1 } } })).toThrow('whose price is not known')
    const models = { mini: { provider: 'openai', model: 'gpt-5-mini', price: { input: 0.25, output: 2 } } }
    const priced = { agents: [{ name: 'Ada', brain: 'mini' }], models, budget: { run: { money: 1 } } }
    expect(teamFile(priced).budget.run.money).toBe(1)
    expect(teamFile({ ...priced, agents: [{ name: 'Ada', brain: 'ollama/x' }] }).name).toBe('team')
  })

  test('of the command line takes the place of all', () => {
    const team = teamFile({ agents: [{ name: 'Ada' }, { name: 'Ben' }] })
    const all = overrideTeam(team, { brain: 'ollama/x', brainUrl: 'http://127.0.0.1:9/v1' }).agents
    expect(all.map(({ brain }) => brain)).toEqual([
      expect.objectContaining({ provider: 'ollama', url: 'http://127.0.0.1:9/v1' }),
      expect.objectContaining({ provider: 'ollama' }),
    ])
    expect(() => overrideTeam(team, { brain: 'nobody/x' })).toThrow(
      /^--brain is "nobody\/x": unknown provider/,
    )
  })
})

describe('keys', () => {
  const spec = modelSpecSchema.parse({ provider: 'openai', model: 'gpt-5-mini' })

  test('come from the environment alone, and a missing one is named', () => {
    expect(findApiKey(spec, { OPENAI_API_KEY: ' k ' })).toEqual({
      type: 'key',
      variable: 'OPENAI_API_KEY',
      key: 'k',
    })
    const team = teamFile({ agents: [{ name: 'Ada', brain: 'openai/gpt-5-mini' }] })
    expect(() => checkKeys(team, {})).toThrow(/Ada: .*environment variable OPENAI_API_KEY is not set/)
    expect(() => checkKeys(team, { OPENAI_API_KEY: 'k' })).not.toThrow()
    const keyed = { agents: [{ name: 'Ada', brain: { ...spec, apiKey: 'sk-1' } }] }
    expect(() => teamFile(keyed)).toThrow(/apiKey/)
  })

  test('are not needed where models run on this machine, unless one is asked for', () => {
    const local = modelSpecSchema.parse({ provider: 'vllm', model: 'm' })
    expect(findApiKey(local, {})).toEqual({ type: 'none-needed' })
    const own = modelSpecSchema.parse({ provider: 'vllm', model: 'm', keyVariable: 'MY_KEY' })
    expect(findApiKey(own, {})).toEqual({ type: 'missing', variable: 'MY_KEY' })
  })

  test('never stand in what is told of an error', () => {
    const key = 'abcd-very-secret'
    const told = explainError(new Error(`Bad key ${key} or sk-proj-1234567890abcdef`), 'openai/x', [key])
    expect(told.message).not.toContain(key)
    expect(told.message).not.toContain('1234567890abcdef')
    expect(withoutSecrets(`Authorization: Bearer ${'x'.repeat(30)}`, [])).toBe('Authorization: [key]')
  })
})

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1500],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 30_000],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('retryAfter(%j) is %s ms', (headers, milliseconds) => {
  expect(retryAfter(headers as Record<string, string>)).toBe(milliseconds)
})
