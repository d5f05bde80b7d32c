import { afterAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

describe('a team of which one is to reach the goal with the help of the others', () => {
  test('puts its ingredients together', { timeout: 120_000 }, async () => {
    const run = await together('have 1 netherite_block', {
      Ada: { netherite_ingot: 5, crafting_table: 1 },
      Bob: { netherite_ingot: 4 },
    })
    expect(run.result).toMatchObject({ reached: true })
    expect(actsOf(run)).toEqual(['Ada ask', 'Bob accept', 'Ada thank'])
    expect(run.entries.at(-1)?.tick).toBeLessThan(300)
  })

  test('gathers from several what each has a part of, and makes what is made of it', {
    timeout: 120_000,
  }, async () => {
    const run = await together('have 1 cyan_carpet', {
      Ada: { blue_dye: 1, black_wool: 1, crafting_table: 1 },
      Bob: { green_dye: 1 },
      Carol: { black_wool: 1 },
    })
    expect(run.result).toMatchObject({ reached: true })
  })
})

test('who is asked for what it has not says in which chest it lies', { timeout: 120_000 }, async () => {
  const position = { x: 18, y: -60, z: -14 }
  const team = {
    ...{ world: 'storehouse', goal: 'have 3 bread', until: ['Ben'], trials: false, limits: { minutes: 5 } },
    agents: [
      {
        name: 'Ada',
        knowledge: { knows: [], believes: [{ type: 'contains', position, item: 'bread', count: 8 }] },
      },
      {
        name: 'Ben',
        knowledge: { knows: [], believes: [{ type: 'holds', agent: 'Ada', item: 'bread', count: 8 }] },
      },
    ],
  }
  const run = await simulateTeam(parseTeamFile(JSON.stringify(team), 'test'), clock)

  const ben = run.entries.filter(({ agent }) => agent === 'Ben').map(({ event }) => event)
  expect(ben.some((event) => event.type === 'agent-finished' && event.reached)).toBe(true)
  expect(actsOf(run).slice(0, 2)).toEqual(['Ben ask', 'Ada tell'])
  expect(JSON.stringify(ben)).toContain('getItemFromChest(bot, new Vec3(18, -60, -14), { bread: wanted })')
})

/** Who said what to a single partner, without what is told to all. */
function actsOf({ entries }: SimulatedRun): readonly string[] {
  return entries.flatMap(({ agent, event }) =>
    event.type === 'message-sent' && event.message.reach !== 'all' ? [`${agent} ${event.message.act}`] : [],
  )
}

function together(goal: string, inventories: Record<string, Record<string, number>>): Promise<SimulatedRun> {
  const team = parseTeamFile(
    JSON.stringify({
      world: 'flat',
      time: 'simulated',
      goal,
      until: 'any',
      shared: true,
      trials: false,
      limits: { minutes: 5 },
      agents: Object.entries(inventories).map(([name, inventory]) => ({ name, inventory })),
    }),
    'test',
  )
  return simulateTeam(team, clock)
}
