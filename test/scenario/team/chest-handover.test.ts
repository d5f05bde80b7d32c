import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { Simulation } from '../../../src/cli/compose/simulation.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

const TIMEOUT = { timeout: 120_000 }
const ASKED = [
  'Ada ask: Ben, I want to obtain 3 bread. Can you give me 3 bread?',
  'Ben accept: Ada, I will bring you 3 bread.',
]
const LAID = 'Ben report: Ada, I put 3 bread into the chest at (18, -60, 1) for you.'

test(
  'who cannot be reached is told of the chest with what it was promised, and takes it',
  TIMEOUT,
  async () => {
    const run = await adaAsksBen(({ server }) => {
      // Two cells of bedrock. The barrel in the wall between them can be opened from both sides.
      server.command('/fill 12 -61 -2 24 -57 4 bedrock hollow')
      server.command('/fill 18 -60 -1 18 -58 3 bedrock')
      server.command('/setblock 18 -60 1 barrel')
      server.command('/tp Ada 21 -60 1')
      server.command('/tp Ben 15 -60 1')
    })

    expect(run.result.reached).toBe(true)
    expect(said(run)).toEqual([
      ...ASKED,
      LAID,
      'Ada thank: Thank you, Ben. I found 3 bread in the chest at (18, -60, 1).',
    ])
    expect(skillsOf(run, 'Ben')).toEqual(['giveBread', 'putBreadInChest'])
    expect(believed(run, 'Ada')).toContain('Ben has given Ada 3 bread in the chest at (18, -60, 1).')
    expect(believed(run, 'Ada')).toContain('The chest at (18, -60, 1) holds no bread.')
  },
)

test('who comes back to an emptied chest says so and is given more', TIMEOUT, async () => {
  const run = await adaAsksBen(({ server }) => {
    server.command('/setblock 18 -60 1 barrel')
    server.command('/tp Ada 14 -60 1')
    void clock.wait(40).then(() => server.command('/tp Ada 90 -60 1'))
    void emptyOnce((line) => server.command(line))
  })

  expect(run.result.reached).toBe(true)
  expect(said(run)).toEqual([
    ...ASKED,
    LAID,
    'Ada report: Ben, there is no bread for me in the chest at (18, -60, 1). Do you have more?',
    ...ASKED,
    'Ada thank: Thank you, Ben.',
  ])
  expect(skillsOf(run, 'Ben')).toEqual(['giveBread', 'putBreadInChest', 'giveBread'])
  expect(believed(run, 'Ben')).toContain('The chest at (18, -60, 1) holds no bread.')
})

test('a chest is made and put up where none is known', TIMEOUT, async () => {
  const inventory = { bread: 3, oak_planks: 8, crafting_table: 1 }
  const team = {
    ...{ world: 'flat', goal: 'given 2 bread to Zoe by chest', trials: false, limits: { minutes: 3 } },
    agents: [{ name: 'Ben', knowledge: 'expert', inventory }],
  }
  const run = await simulateTeam(parseTeamFile(JSON.stringify(team), 'test'), clock)

  expect(run.result.reached).toBe(true)
  expect(believed(run, 'Ben').join()).toMatch(/Ben has put 2 bread for Zoe into the chest at/)
})

/** Somebody else takes out of the barrel what is put into it, once. */
async function emptyOnce(command: (line: string) => string): Promise<void> {
  for (let look = 0; look < 200; look++) {
    await clock.wait(20)
    if (!command('/data get block 18 -60 1 Items').includes('bread')) continue
    command('/setblock 18 -60 1 air')
    command('/setblock 18 -60 1 barrel')
    return
  }
}

/** Ada wants bread, of which it only knows that Ben has some. */
function adaAsksBen(prepare: (simulation: Simulation) => void): Promise<SimulatedRun> {
  const believes = [{ type: 'holds', agent: 'Ben', item: 'bread', count: 6 }]
  const team = {
    ...{ world: 'flat', goal: 'have 3 bread', until: ['Ada'], trials: false, limits: { minutes: 6 } },
    agents: [
      { name: 'Ada', knowledge: { knows: [], believes } },
      { name: 'Ben', knowledge: { knows: [] }, inventory: { bread: 12 } },
    ],
  }
  return simulateTeam(parseTeamFile(JSON.stringify(team), 'test'), clock, {
    prepare: async (simulation) => {
      prepare(simulation)
      await clock.until(clock.wait(5))
    },
  })
}

function said({ entries }: SimulatedRun): readonly string[] {
  return entries.flatMap(({ agent, event }) =>
    event.type === 'message-sent' ? [`${agent} ${event.message.act}: ${event.message.text}`] : [],
  )
}

function skillsOf({ entries }: SimulatedRun, name: string): readonly string[] {
  return entries.flatMap(({ agent, event }) =>
    agent === name && event.type === 'attempt-started' ? [event.skill] : [],
  )
}

/** What the agent believes in the end. */
function believed({ minds }: SimulatedRun, name: string): readonly string[] {
  const beliefs = minds.find(({ agent }) => agent === name)?.memory.facts.all() ?? []
  return beliefs.filter(({ status }) => status === 'held').map(({ sentence }) => sentence)
}
