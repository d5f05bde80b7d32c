import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { episodeSchema } from '../../../src/core/episode.ts'
import { ALL_FACULTIES, type Faculties } from '../../../src/core/faculties.ts'
import type { AgentMemory } from '../../../src/core/memory.ts'
import { earlierLife } from '../../../src/memory/earlier-life.ts'
import { importDocument } from '../../../src/memory/import-document.ts'
import { memoryDocument } from '../../../src/memory/memory-document.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleEpisode } from '../../support/memory-examples.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

test.each([1, 2])(
  'whoever remembers having got something far away goes straight there, seed %i',
  async (seed) => {
    const remembering = await search(seed, {})
    const forgetful = await search(seed, { episodicMemory: false })

    expect([remembering, forgetful].map(({ result }) => result.reached)).toEqual([true, false])
    expect(recalledIn(remembering)).toContain('earlier')
    expect(recalledIn(forgetful)).toBe('')
  },
)

test('a skill of an earlier life is used again, and written anew without that memory', async () => {
  const first = await learn({}, ['Ada', 'Ben'])
  const lastReused = (run: SimulatedRun) => starts(run).at(-1)?.reused
  expect(lastReused(await learn({}, ['Ben'], first))).toBe(true)
  expect(lastReused(await learn({ proceduralMemory: false }, ['Ben'], first))).toBe(false)
})

test('what a partner taught in an earlier life needs no question in the next, unless facts are forgotten', async () => {
  const first = await learn({}, ['Ada', 'Ben'])
  const again = await learn({}, ['Ben'], first)
  const forgetful = await learn({ semanticMemory: false, proceduralMemory: false }, ['Ben'], first)
  expect([first, again, forgetful].map(({ result }) => result.reached)).toEqual([true, true, false])
})

/** Ada wants hay within a minute. In an earlier life it got some a long way off. */
function search(seed: number, faculties: Partial<Faculties>) {
  const file = {
    world: 'outskirts',
    seed,
    goal: 'have 2 hay_block',
    limits: { minutes: 1 },
    trials: false,
    agents: [{ name: 'Ada', knowledge: 'expert', faculties }],
  }
  const hay = { act: 'mineBlock', name: 'hay_block', items: { hay_block: 2 }, ticks: 900 }
  const attempt = { skill: 'obtainHay', source: '', status: 'completed', critique: '', obtained: [hay] }
  const episode = episodeSchema.parse({
    ...exampleEpisode({ id: 'earlier', tick: -50, task: 'Obtain 2 hay block' }),
    attempts: [{ ...attempt, obtained: [{ ...hay, position: { x: -71, y: -60, z: 14 } }] }],
  })
  const memory = new VolatileMemory()
  memory.apply(0, [{ type: 'episode-added', episode }])
  const team = parseTeamFile(JSON.stringify(file), 'team.json')
  return simulateTeam(team, clock, { memories: new Map([['Ada', memory]]) })
}

/** Ben, who does not know how planks are made, wants some; Ada knows. */
async function learn(faculties: Partial<Faculties>, names: readonly string[], before?: SimulatedRun) {
  const agents = [
    { name: 'Ada', knowledge: 'expert' },
    { name: 'Ben', knowledge: { base: 'expert', lacks: ['recipe:oak_planks'] }, faculties },
  ]
  const file = {
    world: 'sampler',
    goal: 'have 4 oak_planks',
    until: ['Ben'],
    limits: { minutes: 10 },
    trials: false,
    agents: agents.filter(({ name }) => names.includes(name)),
  }
  const team = parseTeamFile(JSON.stringify(file), 'team.json')
  return simulateTeam(team, clock, memoriesFrom(before, 'Ben', faculties))
}

function memoriesFrom(before: SimulatedRun | undefined, agent: string, faculties: Partial<Faculties>) {
  const mind = before?.minds.find((one) => one.agent === agent)
  if (before === undefined || mind === undefined) return {}
  const document = memoryDocument({ run: 'earlier', agent }, mind.memory as VolatileMemory)
  const life = {
    end: before.entries.at(-1)?.tick ?? 0,
    world: 'begun-anew' as const,
    faculties: { ...ALL_FACULTIES, ...faculties },
    isStation: () => false,
  }
  const memory = new VolatileMemory()
  memory.apply(0, importDocument(earlierLife(document, life), { run: 'later', agent }, memory))
  return { memories: new Map<string, AgentMemory>([[agent, memory]]) }
}

function starts({ entries }: SimulatedRun) {
  return entries.flatMap(({ event }) => (event.type === 'attempt-started' ? [event] : []))
}

function recalledIn({ entries }: SimulatedRun): string {
  return entries.flatMap(({ event }) => (event.type === 'memories-recalled' ? event.episodes : [])).join()
}
