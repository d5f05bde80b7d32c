import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { Simulation } from '../../../src/cli/compose/simulation.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { AgentMemory } from '../../../src/core/memory.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import type { Position } from '../../../src/core/position.ts'
import { SkillFolder } from '../../../src/memory/skill-folder.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

describe('the planner does a team goal', () => {
  test('killed, on a mob in sight', async () => {
    const run = await achieve('killed 2 cow', [
      `summon cow ${place(8, 0, 3)}`,
      `summon cow ${place(-6, 0, 9)}`,
    ])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('consumed, after a walk where the stomach is full', async () => {
    const run = await achieve('consumed 1 bread', ['give Ada bread 2'], ({ server }) => {
      for (const player of server.game.players.values()) {
        player.saturation = 0
        player.exhaustion = 3.9
      }
    })
    expect(run.result).toMatchObject({ reached: true })
  })

  test('consumed, at once where it can be eaten at any time', async () => {
    const run = await achieve('consumed 1 golden_apple', ['give Ada golden_apple'])
    expect(run.result).toMatchObject({ reached: true })
    expect(ticksOf(run)).toBeLessThan(400)
  })

  test.each(['iron_helmet', 'shield', 'stone_sword'])('equipped %s', async (item) => {
    const run = await achieve(`equipped ${item}`, [`give Ada ${item}`])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('at a place 30 blocks away', async () => {
    const run = await achieve({ type: 'at', position: near(24, 0, -18), radius: 1.5 }, [])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('block-at, with the block in hand', async () => {
    const goal: Goal = { type: 'block-at', block: 'crafting_table', position: near(9, 0, 4) }
    const run = await achieve(goal, ['give Ada crafting_table'])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('block-at, with what it is made from', async () => {
    const goal: Goal = { type: 'block-at', block: 'crafting_table', position: near(-5, 0, 4) }
    const run = await achieve(goal, ['give Ada oak_log 1'])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('all-of, of several types', async () => {
    const goal: Goal = {
      type: 'all-of',
      goals: [
        { type: 'equipped', item: 'iron_helmet' },
        { type: 'block-at', block: 'crafting_table', position: near(6, 0, 2) },
        { type: 'have', item: 'stick', count: 4 },
        { type: 'at', position: near(-12, 0, 5), radius: 2 },
      ],
    }
    const run = await achieve(goal, ['give Ada iron_helmet', 'give Ada oak_log 3'])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('any-of, by the part that can be done where the first cannot', async () => {
    const goal: Goal = {
      type: 'any-of',
      goals: [
        { type: 'killed', mob: 'wither', count: 1 },
        { type: 'equipped', item: 'iron_helmet' },
      ],
    }
    const run = await achieve(goal, ['give Ada iron_helmet'])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('any-of, by the part that costs less', async () => {
    const goal: Goal = {
      type: 'any-of',
      goals: [
        { type: 'equipped', item: 'diamond_chestplate' },
        { type: 'block-at', block: 'torch', position: { x: 0, y: 0, z: 0 } },
        { type: 'have', item: 'crafting_table', count: 1 },
      ],
    }
    const run = await achieve(goal, ['give Ada oak_log 1'])
    expect(run.result).toMatchObject({ reached: true })
    expect(tasksOf(run).filter(({ status }) => status === 'given-up')).toEqual([])
  })

  test('code that the rest of the goal makes true', async () => {
    const goal: Goal = {
      type: 'all-of',
      goals: [
        { type: 'code', source: "return bot.inventory.items().some((item) => item.name === 'stick')" },
        { type: 'have', item: 'stick', count: 1 },
      ],
    }
    const run = await achieve(goal, ['give Ada oak_planks 2'])
    expect(run.result).toMatchObject({ reached: true })
  })

  test('with a full inventory it makes room first, in a chest that it crafts', async () => {
    const clutter = [
      'dirt',
      'sand',
      'gravel',
      'andesite',
      'diorite',
      'granite',
      'tuff',
      'calcite',
      'deepslate',
    ]
    const commands = clutter.flatMap((item) => Array(4).fill(`give Ada ${item} 64`))
    const swaps = [
      'clear Ada calcite',
      'clear Ada tuff 192',
      'give Ada oak_planks 8',
      'give Ada crafting_table',
    ]
    const filling = ['give Ada tuff 192', 'give Ada calcite 128', 'give Ada flint', 'give Ada stick']
    const run = await achieve('have 1 chest', [...commands, ...swaps, ...filling], () => {}, seeded())
    expect(run.result).toMatchObject({ reached: true })
    expect(tasksOf(run).map(({ text, status }) => [text, status])).toEqual([
      ['Put what is not needed into a chest', 'done'],
      [expect.stringContaining('chest'), 'done'],
    ])
  })

  test('have, of what lies below the ground, from the middle of deep water', async () => {
    const pond = [
      `fill ${place(-14, 0, -14)} ${place(14, 9, 14)} stone`,
      `fill ${place(-8, 2, -8)} ${place(8, 9, 8)} water`,
      `setblock ${place(12, 4, 3)} iron_ore`,
      `tp Ada ${place(0, 9, 0)}`,
    ]
    const tools = ['give Ada stone_pickaxe', 'give Ada stone_pickaxe']
    const run = await achieve('have 1 raw_iron', [...pond, ...tools], () => {}, seeded())
    expect(run.result).toMatchObject({ reached: true })
  })

  test('code alone: says that it has no plan for it, at once', async () => {
    const run = await achieve({ type: 'code', source: 'return bot.entity.position.y > 300' }, [])
    expect(run.result).toEqual({ reached: false, reason: expect.stringContaining('its goal is code') })
    expect(ticksOf(run)).toBeLessThan(1200)
  })
})

/** Lets one expert live in the flat world with that goal. */
async function achieve(
  goal: string | Goal,
  commands: readonly string[],
  change: (simulation: Simulation) => void = () => {},
  memories: ReadonlyMap<string, AgentMemory> = new Map(),
): Promise<SimulatedRun> {
  const agents = [{ name: 'Ada', knowledge: 'expert' }]
  const file = { world: 'flat', goal, limits: { minutes: 15 }, agents }
  const team = parseTeamFile(JSON.stringify(file), 'team.json')
  return simulateTeam(team, clock, {
    memories,
    prepare: async (simulation) => {
      await prepare(simulation, commands)
      change(simulation)
    },
  })
}

/** Ada's memory with the skills that ship with Kithcraft. */
function seeded(): ReadonlyMap<string, AgentMemory> {
  const memory = new VolatileMemory()
  const skills = new SkillFolder(join(packageRoot(), 'skills')).load()
  memory.apply(
    0,
    skills.map((skill) => ({ type: 'skill-set', skill })),
  )
  return new Map([['Ada', memory]])
}

async function prepare({ server, body }: Simulation, commands: readonly string[]): Promise<void> {
  const { position } = await clock.until(body.perceive('Ada'))
  expect(near(0, 0, 0)).toEqual({ x: Math.floor(position.x), y: position.y, z: Math.floor(position.z) })
  for (const command of commands) server.command(command)
  await clock.until(clock.wait(5))
}

/** Where the first player of the flat world appears. */
const FEET: Position = { x: 0, y: -60, z: 0 }

function near(dx: number, dy: number, dz: number): Position {
  return { x: FEET.x + dx, y: FEET.y + dy, z: FEET.z + dz }
}

function place(dx: number, dy: number, dz: number): string {
  const { x, y, z } = near(dx, dy, dz)
  return `${x} ${y} ${z}`
}

function ticksOf({ entries }: SimulatedRun): number {
  return (entries.at(-1)?.tick ?? 0) - (entries[0]?.tick ?? 0)
}

function tasksOf(run: SimulatedRun) {
  return run.minds[0]?.memory.tasks.all() ?? []
}
