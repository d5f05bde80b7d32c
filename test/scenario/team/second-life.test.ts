import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { findEpisode, loadStudy } from '../../../src/cli/study-file.ts'
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

const planted = loadStudy('false-beliefs')

test.each([2, 3])(
  'whoever remembers having got something far away goes straight there, seed %i',
  {
    timeout: 120_000,
  },
  async (seed) => {
    const remembering = await search(seed, {})
    const forgetful = await search(seed, { episodicMemory: false })

    expect([remembering, forgetful].map(({ result }) => result.reached)).toEqual([true, false])
    expect(recalledIn(remembering)).toContain('earlier')
    expect(recalledIn(forgetful)).toBe('')
  },
)

test('what was learned in an earlier life is known in the next, unless that memory is missing', {
  timeout: 120_000,
}, async () => {
  const first = await bake('with-expert', {})
  const again = await bake('alone', {}, first)
  const withoutFacts = await bake('alone', { semanticMemory: false }, first)
  const withoutSkills = await bake('alone', { proceduralMemory: false }, first)

  const reached = [first, again, withoutFacts, withoutSkills].map(({ result }) => result.reached)
  expect(reached).toEqual([true, true, false, true])
  expect([again, withoutSkills].map(reuses)).toEqual([[true], [false]])
})

/** Ada wants a dandelion within a minute. In an earlier life it got some a long way off. */
function search(seed: number, faculties: Partial<Faculties>) {
  const file = {
    world: 'outskirts',
    seed,
    goal: 'have 1 dandelion',
    limits: { minutes: 1 },
    trials: false,
    agents: [{ name: 'Ada', knowledge: 'expert', faculties }],
  }
  const find = { act: 'mineBlock', name: 'dandelion', items: { dandelion: 2 }, ticks: 900 }
  const obtained = [{ ...find, position: { x: -71, y: -60, z: 14 } }]
  const attempt = { skill: 'obtainDandelion', source: '', status: 'completed', critique: '', obtained }
  const episode = episodeSchema.parse({
    ...exampleEpisode({ id: 'earlier', tick: -50, task: 'Obtain 2 dandelion' }),
    attempts: [attempt],
  })
  const memory = new VolatileMemory()
  memory.apply(0, [{ type: 'episode-added', episode }])
  const team = parseTeamFile(JSON.stringify(file), 'team.json')
  return simulateTeam(team, clock, { memories: new Map([['Ada', memory]]) })
}

/** Ben, who has wheat and does not know how bread is made, wants some. */
function bake(condition: string, faculties: Partial<Faculties>, before?: SimulatedRun) {
  const team = planted.teamOf(findEpisode(planted, `no-idea-of-bread/${condition}/1`))
  const agents = team.agents.map((agent) => ({
    ...agent,
    faculties: { ...agent.faculties, ...(agent.name === 'Ben' && faculties) },
  }))
  return simulateTeam({ ...team, agents }, clock, memoriesFrom(before, { ...ALL_FACULTIES, ...faculties }))
}

function memoriesFrom(before: SimulatedRun | undefined, faculties: Faculties) {
  const ben = before?.minds.find(({ agent }) => agent === 'Ben')
  if (before === undefined || !(ben?.memory instanceof VolatileMemory)) return {}
  const owner = { run: 'earlier', agent: 'Ben' }
  const end = before.entries.at(-1)?.tick ?? 0
  const life = { end, world: 'begun-anew' as const, faculties, isStation: () => false }
  const document = earlierLife(memoryDocument(owner, ben.memory), life)
  const memory = new VolatileMemory()
  memory.apply(0, importDocument(document, { ...owner, run: 'later' }, memory))
  return { memories: new Map<string, AgentMemory>([['Ben', memory]]) }
}

/** Of each of Ben's attempts whether it used a skill that it knew. */
function reuses({ entries }: SimulatedRun): readonly boolean[] {
  return entries.flatMap(({ agent, event }) =>
    agent === 'Ben' && event.type === 'attempt-started' ? [event.reused] : [],
  )
}

function recalledIn({ entries }: SimulatedRun): string {
  return entries.flatMap(({ event }) => (event.type === 'memories-recalled' ? event.episodes : [])).join()
}
