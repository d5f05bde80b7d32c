import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { ProcessTrialGround } from '../../../src/cli/compose/process-trial-ground.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import type { AgentMemory } from '../../../src/core/memory.ts'
import { importSkills } from '../../../src/memory/library-import.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { skillDepth } from '../../../src/record/skill-depth.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
const trials = new ProcessTrialGround({ world: 'plains', version: '1.21.4', seed: 1, yields: false })
let first: SimulatedRun

beforeAll(async () => {
  first = await simulateTeam(team(1), clock, { trials })
}, 240_000)

afterAll(async () => {
  await trials.close()
  clock.uninstall()
})

describe('a first run', () => {
  test('leaves verified skills, each tried from another start', () => {
    const skills = memoryOf(first).skills.usable()
    expect(skills.length).toBeGreaterThanOrEqual(4)
    expect(skills.filter(({ status }) => status !== 'verified').map(({ name }) => name)).toEqual([])
    const tried = first.entries.flatMap(({ event }) =>
      event.type === 'skill-tried' && event.held ? [event.name] : [],
    )
    expect([...new Set(tried)].sort()).toEqual(skills.map(({ name }) => name).sort())
  })

  test('builds skills on skills, three deep or more', () => {
    const skills = memoryOf(first).skills.usable()
    const byKey = new Map(skills.map((skill) => [`${skill.name}@${skill.version}`, skill]))
    expect(Math.max(...skills.map((skill) => skillDepth(skill, byKey)))).toBeGreaterThanOrEqual(3)
  })

  test('gives every skill parameters and a postcondition that a machine can check', () => {
    for (const skill of memoryOf(first).skills.usable()) {
      expect(skill.parameters.map(({ name }) => name)).toContain('count')
      expect(JSON.stringify(skill.postcondition)).toContain('$count')
    }
  })
})

test("a second run in another world reuses the first one's library and writes less code", {
  timeout: 240_000,
}, async () => {
  const memory = new VolatileMemory()
  memory.apply(0, importSkills(memoryOf(first).skills.usable(), memory.skills, 'first run'))
  const second = await simulateTeam(team(2), clock, { memories: new Map([['Ada', memory]]) })
  expect(second.result.reached).toBe(true)
  expect(linesWritten(second)).toBeLessThan(linesWritten(first) / 2)
  const reused = second.entries.filter(({ event }) => event.type === 'attempt-started' && event.reused)
  expect(reused.length).toBeGreaterThan(0)
})

function team(seed: number) {
  const file = {
    world: 'plains',
    seed,
    goal: 'have 1 stone_pickaxe',
    agents: [{ name: 'Ada', knowledge: 'expert' }],
  }
  return parseTeamFile(JSON.stringify(file), 'team.json')
}

function memoryOf(run: SimulatedRun): AgentMemory {
  const [mind] = run.minds
  if (mind === undefined) throw new Error('The run has no agents.')
  return mind.memory
}

/** Lines of new code in all attempts. */
function linesWritten({ entries }: SimulatedRun): number {
  const written = entries.flatMap(({ event }: JournalEntry) =>
    event.type === 'attempt-started' && !event.reused ? [event.source] : [],
  )
  return written.join('\n').split('\n').length
}
