import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Simulation, startSimulation } from '../../../src/cli/compose/simulation.ts'
import { loadRecordedSkills } from '../../../src/cli/recorded-skills.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { checkGoal } from '../../../src/core/goal-holds.ts'
import { parseGoalText } from '../../../src/core/goal-text.ts'
import type { Outcome } from '../../../src/core/outcome.ts'
import type { Percept } from '../../../src/core/percept.ts'
import type { Position } from '../../../src/core/position.ts'
import { assembleProgram } from '../../../src/learn/assemble-program.ts'
import { importSkills } from '../../../src/memory/library-import.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { createCheckSkill } from '../../../src/sandbox/create-check-skill.ts'
import { sharedParts } from '../../support/shared-parts.ts'
import {
  type VoyagerExample,
  voyagerExamples,
  writeVoyagerCheckpoint,
} from '../../support/voyager-library.ts'

const AGENT = 'Ada'
/** Blocks between the places where skills run. */
const PLOT = 64
/** In columns: nothing that a skill looks for lies farther away. */
const VIEW_DISTANCE = 3
const LIMITS = { ticks: 6000, fuel: 1_000_000, turnMs: 10_000, memoryMb: 300 }

describe('a Voyager library', () => {
  const examples = voyagerExamples()
  const memory = new VolatileMemory()
  let simulation: Simulation
  let ground: number

  beforeAll(async () => {
    const checkpoint = mkdtempSync(join(tmpdir(), 'kithcraft-voyager-'))
    writeVoyagerCheckpoint(checkpoint, examples)
    const [library] = loadRecordedSkills(checkpoint)
    rmSync(checkpoint, { recursive: true })
    memory.apply(0, importSkills(library?.skills ?? [], memory.skills, 'voyager'))
    simulation = await startSimulation({
      ...{ world: 'flat', seed: 1, version: '1.21.4' },
      shared: sharedParts('1.21.4', VIEW_DISTANCE),
    })
    await simulation.clock.until(simulation.body.join(AGENT))
    ground = Math.floor((await simulation.body.perceive(AGENT)).position.y)
  })

  afterAll(async () => {
    await simulation.close()
    simulation.clock.uninstall()
  })

  it('holds at least 50 skills, all of which the static check accepts', () => {
    expect(examples.length).toBeGreaterThanOrEqual(50)
    const skills = memory.skills.usable()
    expect(skills.map(({ name }) => name).sort()).toEqual(examples.map(({ name }) => name).sort())
    const names = skills.map(({ name }) => name)
    const findings = skills.flatMap(({ name, source }) =>
      createCheckSkill()(
        name,
        source,
        names.filter((other) => other !== name),
      ),
    )
    expect(findings).toEqual([])
  })

  it.each(examples.map((example, index) => ({ ...example, index })))(
    '$name runs unchanged',
    async (example) => {
      const origin = { x: PLOT * (example.index + 1), y: ground, z: 0 }
      const before = await prepare(example, origin)
      if (typeof example.expect === 'string') {
        expect(await check(example.expect, origin, { before, percept: before })).toMatchObject({
          holds: false,
        })
      }
      const outcome = await run(example)
      const after = await simulation.body.perceive(AGENT)
      expect(outcome).toMatchObject({ status: 'completed' })
      await expectResult(example, { origin, before, after, outcome })
    },
  )

  function check(text: string, origin: Position, seen: { before: Percept; percept: Percept }) {
    return checkGoal(moved(parseGoalText(text), origin), {
      percept: seen.percept,
      baseline: seen.before.tally,
      blockAt: (position) => simulation.body.blockAt(AGENT, position),
      runCode: () => Promise.resolve(false),
    })
  }

  async function prepare({ start }: VoyagerExample, origin: Position): Promise<Percept> {
    const { server, clock, body } = simulation
    server.command(`clear ${AGENT}`)
    server.command(`effect clear ${AGENT}`)
    server.command('kill @e[type=!player]')
    server.command('time set 1000')
    server.command(`tp ${AGENT} ${origin.x + 0.5} ${origin.y} ${origin.z + 0.5}`)
    await clock.advance(30)
    for (const command of start) server.command(absolute(command, origin))
    await clock.advance(start.some((command) => command.startsWith('effect')) ? 90 : 10)
    return body.perceive(AGENT)
  }

  function run({ name }: VoyagerExample): Promise<Outcome> {
    const skill = memory.skills.find(name)
    if (skill === null) throw new Error(`The library lost "${name}".`)
    const request = {
      agent: AGENT,
      attempt: name,
      program: assembleProgram(skill, skill.calls, [], memory.skills).program,
      knowledge: { scope: 'full' as const },
      limits: LIMITS,
      seed: name,
      gameChat: false,
    }
    return simulation.clock.until(simulation.body.attempt(request, new AbortController().signal))
  }

  interface Result {
    readonly origin: Position
    readonly before: Percept
    readonly after: Percept
    readonly outcome: Outcome
  }

  async function expectResult({ expect: wanted }: VoyagerExample, result: Result): Promise<void> {
    const { before, after, outcome } = result
    if (typeof wanted === 'string') {
      expect(await check(wanted, result.origin, { before, percept: after })).toEqual({
        holds: true,
        missing: '',
      })
    } else if ('chat' in wanted) expect(outcome.chat.join('\n')).toContain(wanted.chat)
    else if ('count' in wanted) expect(after.inventory).toMatchObject(wanted.count)
    else if ('food' in wanted) expect([before.food < wanted.food, after.food]).toEqual([true, wanted.food])
    else if ('nearby' in wanted) expect(after.blocks.map(({ name }) => name)).toContain(wanted.nearby)
    else for (const item of wanted.holdsNot) expect(after.inventory).not.toHaveProperty(item)
  }
})

/** `setblock 4 0 0 sand` with the place counted from the origin, `give sand 1` to the agent. */
function absolute(command: string, origin: Position): string {
  const [verb = '', ...words] = command.split(' ')
  if (verb === 'give') return `give ${AGENT} ${words.join(' ')}`
  if (verb === 'effect') return `effect give ${AGENT} ${words.join(' ')}`
  if (verb === 'time') return command
  const placed = verb === 'fill' ? 6 : 3
  const first = verb === 'summon' ? 1 : 0
  const axes = [origin.x, origin.y, origin.z]
  const moved = words.map((word, index) => {
    const inPlace = index >= first && index < first + placed
    return inPlace ? String(Number(word) + (axes[(index - first) % 3] ?? 0)) : word
  })
  return [verb, ...moved].join(' ')
}

function moved(goal: Goal, origin: Position): Goal {
  if (goal.type === 'all-of') return { ...goal, goals: goal.goals.map((part) => moved(part, origin)) }
  if (goal.type !== 'at' && goal.type !== 'block-at') return goal
  if (typeof goal.position === 'string') return goal
  const { x, y, z } = goal.position
  return { ...goal, position: { x: x + origin.x, y: y + origin.y, z: z + origin.z } }
}
