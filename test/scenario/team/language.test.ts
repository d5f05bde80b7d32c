import { afterAll, afterEach, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { FAULTS } from '../../../src/brain/language/server/faults.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { replayEntries } from '../../../src/record/replay.ts'
import { summarizeRun } from '../../../src/record/run-summary.ts'
import { exampleSkill } from '../../support/examples.ts'
import {
  modelsOf,
  type ScriptedModel,
  scriptedBrainAt,
  scriptedModel,
  teamFile,
} from '../../support/scripted-model.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

/** A third of what Voyager's fixed prompts cost for one task. */
const MOST_INPUT_TOKENS = 2452

const clock = installVirtualClock()
let model: ScriptedModel

afterEach(() => model.close())
afterAll(() => clock.uninstall())

function modelCalls(entries: readonly JournalEntry[]) {
  return entries.flatMap(({ event, agent }) => (event.type === 'model-called' ? [{ ...event, agent }] : []))
}

async function play(team: ReturnType<typeof teamFile>) {
  const run = await simulateTeam(team, clock, { models: await modelsOf(team, model) })
  const started = { type: 'run-started', run: 'test', team: {}, goal: team.goal } as const
  const first = { version: 1, sequence: 0, tick: 0, agent: null, event: started, wall: {} } as const
  const replay = replayEntries([first, ...run.entries])
  if (replay === null) throw new Error('The run has a start.')
  return { ...run, summary: summarizeRun(replay, null) }
}

test('a team on language models gets from empty hands to a stone pickaxe over HTTP, cheaply', {
  timeout: 240_000,
}, async () => {
  model = await scriptedModel()
  const team = teamFile({
    world: 'plains',
    goal: 'have 1 stone_pickaxe',
    limits: { minutes: 30 },
    agents: [
      { name: 'Ada', brain: scriptedBrainAt(model.url) },
      {
        name: 'Ben',
        knowledge: 'novice',
        brain: { use: scriptedBrainAt(model.url), roles: { judge: 'planner' } },
      },
    ],
  })
  const { result, entries, summary } = await play(team)
  expect(result).toMatchObject({ reached: true })
  const calls = modelCalls(entries)
  expect(new Set(calls.map(({ role }) => role))).toContain('converse')
  expect(calls.every((call) => call.result === 'used')).toBe(true)
  expect(model.requests).toHaveLength(calls.length)
  const { Ada } = summary.agents
  expect(Ada?.models?.tasks.done).toBeGreaterThan(3)
  expect(Ada?.models?.tasks.firstTry).toBeGreaterThan(500)
  expect(Ada?.models?.tasks.firstTry).toBeLessThanOrEqual(MOST_INPUT_TOKENS)
})

test('a language agent that knows little learns from a planner, and gets there through every fault', {
  timeout: 240_000,
}, async () => {
  // All of them, each followed by good answers: some cost a try, some a thought.
  const faults = FAULTS.flatMap((fault) => [fault, 'ok']).join(',')
  model = await scriptedModel(faults)
  const team = teamFile({
    world: 'plains',
    goal: 'have 1 wooden_pickaxe',
    limits: { minutes: 30 },
    agents: [
      { name: 'Ada', knowledge: 'expert' },
      { name: 'Ben', knowledge: 'novice', brain: scriptedBrainAt(model.url) },
    ],
  })
  const { result, summary, minds, entries } = await play(team)
  expect(result).toMatchObject({ reached: true })
  expect(summary.agents.Ada?.models).toBeNull()
  expect(summary.agents.Ben?.models?.failures).toMatchObject({ unusable: expect.any(Number) })
  const kept = JSON.stringify(
    minds.map(({ memory }) => [memory.facts.all(), memory.tasks.all(), memory.episodes.recent(99)]),
  )
  const said = JSON.stringify(entries.filter(({ event }) => event.type === 'message-sent'))
  for (const words of [
    'Too many requests',
    'The server had an error',
    'Bad Gateway',
    'rather talk',
    "can't help",
  ]) {
    expect(kept).not.toContain(words)
    expect(said).not.toContain(words)
  }
})

/** Faults that leave nothing to work with when they last. */
const LASTING = FAULTS.filter((fault) => fault !== 'thinking')

test.each(LASTING)(
  'a lasting %s ends the run in a clear failure, after a bounded number of calls',
  async (fault) => {
    model = await scriptedModel(fault)
    const brain = {
      use: scriptedBrainAt(model.url, { tries: 2, replyTokens: 200 }),
      budget: { calls: 40 },
    }
    const team = teamFile({
      world: 'flat',
      goal: 'have 1 stick',
      limits: { minutes: 10 },
      agents: [{ name: 'Ada', brain }],
    })
    const { result, summary, entries } = await play(team)
    expect(result.reached).toBe(false)
    expect(summary.agents.Ada?.reason).toMatch(/The (language model gave no|budget for language models)/)
    expect(model.requests.length).toBeGreaterThan(0)
    expect(model.requests.length).toBeLessThanOrEqual(40)
    const calls = modelCalls(entries)
    expect(calls.every((call) => call.result !== 'used' && call.reason !== '')).toBe(true)
    const { failures, lastFailure } = summary.agents.Ada?.models ?? { failures: {}, lastFailure: null }
    const isReply = Object.keys(failures).every((kind) => kind === 'unusable' || kind === 'over-budget')
    expect(lastFailure).toEqual(isReply ? null : expect.stringMatching(/^scripted\/planner: ./))
    const counted = Object.values(failures)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(calls.length)
  },
)

test('the planner goes on where the budget ends, and nothing more is asked', async () => {
  model = await scriptedModel()
  const brain = { use: scriptedBrainAt(model.url), budget: { calls: 3 }, fallback: ['planner'] }
  const team = teamFile({
    world: 'plains',
    goal: 'have 4 stick',
    limits: { minutes: 20 },
    agents: [{ name: 'Ada', brain }],
  })
  const { result, summary } = await play(team)
  expect(result).toMatchObject({ reached: true })
  expect(model.requests).toHaveLength(3)
  expect(summary.agents.Ada?.models?.failures['over-budget']).toBeGreaterThan(0)
})

test('roles of one agent are played by a model and the planner in any mix, beside planners', {
  timeout: 240_000,
}, async () => {
  model = await scriptedModel()
  const use = scriptedBrainAt(model.url)
  const proposing = { use: 'planner', roles: { propose: use } }
  const writing = { use: 'planner', roles: { author: use, describe: use } }
  const talking = { use, roles: { propose: 'planner', author: 'planner' } }
  const team = teamFile({
    world: 'plains',
    goal: 'have 4 stick',
    limits: { minutes: 20 },
    agents: [
      { name: 'Ada' },
      { name: 'Ben', brain: proposing },
      { name: 'Cleo', brain: writing },
      { name: 'Dan', brain: talking, knowledge: 'novice' },
    ],
  })
  const { result, entries } = await play(team)
  expect(result).toMatchObject({ reached: true })
  const calls = modelCalls(entries)
  const rolesOf = (agent: string) =>
    new Set(calls.filter((call) => call.agent === agent).map(({ role }) => role))
  expect(rolesOf('Ada')).toEqual(new Set())
  expect(rolesOf('Ben')).toEqual(new Set(['propose']))
  expect(rolesOf('Cleo')).toContain('author')
  expect(rolesOf('Cleo')).not.toContain('propose')
  for (const role of ['propose', 'author'] as const) expect(rolesOf('Dan')).not.toContain(role)
  expect(calls.every((call) => call.result === 'used')).toBe(true)
})

test('a library skill that does not keep its promise is repaired: a model writes its next version', {
  timeout: 240_000,
}, async () => {
  model = await scriptedModel()
  const team = teamFile({
    world: 'plains',
    goal: 'have 4 stick',
    limits: { minutes: 20 },
    agents: [{ name: 'Ada', brain: scriptedBrainAt(model.url) }],
  })
  const broken = exampleSkill({
    ...{ name: 'obtainStick', description: 'Makes sticks.', status: 'verified' as const, calls: [] },
    source: 'async function obtainStick(bot) {\n  bot.chat("Not enough planks.");\n}',
    parameters: [],
    postcondition: { type: 'have', item: 'stick', count: 4 },
  })
  const memory = new VolatileMemory()
  memory.apply(0, [{ type: 'skill-set', skill: broken }])
  const run = await simulateTeam(team, clock, {
    models: await modelsOf(team, model),
    memories: new Map([['Ada', memory]]),
  })
  expect(run.result).toMatchObject({ reached: true })
  const versions = memory.skills.all().filter(({ name }) => name === 'obtainStick')
  expect(versions.map(({ version }) => version)).toEqual([1, 2])
  expect(versions[0]?.statistics).toMatchObject({ successes: broken.statistics.successes })
  expect(versions[0]?.statistics.runs).toBeGreaterThan(broken.statistics.runs)
  expect(versions[1]?.statistics.successes).toBeGreaterThan(0)
})
