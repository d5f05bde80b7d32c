import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { Simulation } from '../../../src/cli/compose/simulation.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { Belief } from '../../../src/core/belief.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

const TIMEOUT = { timeout: 120_000 }
const BARREL = { x: 18, y: -60, z: 1 }

test('who cannot be reached is given items through a chest, and both know what becomes of them', TIMEOUT, async () => {
  const run = await adaAsksBen(async ({ server }) => {
    // A cell of bedrock with a roof of glass. The barrel in its wall can be opened from both sides.
    server.command('/fill 18 -61 -2 24 -57 4 bedrock hollow')
    server.command('/fill 19 -57 -1 23 -57 3 glass')
    server.command('/setblock 18 -60 1 barrel')
    server.command('/tp Ada 21 -60 1')
  })
dump(run)
  expect(run.result.reached).toBe(true)
  expect(said(run)).toEqual([
    'Ada ask: Ben, I want to obtain 3 bread. Can you give me 3 bread?',
    'Ben accept: Ada, I will bring you 3 bread.',
    'Ben report: Ada, I put 3 bread into the chest at (18, -60, 1) for you.',
    'Ada thank: Thank you, Ben. I found 3 bread in the chest at (18, -60, 1).',
  ])
  expect(skillsOf(run, 'Ben')).toEqual(['giveBread', 'putBreadInChest'])
})

test('who is away finds the chest emptied when it comes, says so, and is given more', TIMEOUT, async () => {
  const run = await adaAsksBen(async ({ server }) => {
    server.command('/setblock 18 -60 1 barrel')
    server.command('/tp Ada 14 -60 1')
    void clock.wait(40).then(() => server.command('/tp Ada 90 -60 1'))
    void emptyOnce((line) => server.command(line))
  })
dump(run)
  expect(run.result.reached).toBe(true)
})

/** Somebody else takes out of the barrel what is put into it, once. */
async function emptyOnce(command: (line: string) => string): Promise<void> {
  for (let look = 0; look < 400; look++) {
    await clock.wait(20)
    if (!command('/data get block 18 -60 1 Items').includes('bread')) continue
    command('/item replace block 18 -60 1 container.0 with air')
    return
  }
}

function dump(run: SimulatedRun) {
  for (const { tick, agent, event } of run.entries) {
    if (event.type === 'message-sent') console.log(tick, agent, event.message.act, event.message.to.join(), event.message.text)
    else if (event.type === 'message-withheld') console.log(tick, agent, 'WITHHELD', event.act, event.text, event.reason)
    else if (event.type === 'attempt-started') console.log(tick, agent, 'START', event.skill, JSON.stringify(event.arguments), JSON.stringify(event.cause?.beliefs))
    else if (event.type === 'attempt-ended') console.log(tick, agent, 'END', event.skill, event.success, event.critique, JSON.stringify(event.outcome?.trace.filter((t) => t.type === 'act').map((t) => t.type === 'act' && [t.tick, t.name, t.arguments, t.result.message])))
    else if (event.type === 'task-taken' || event.type === 'task-ended' || event.type === 'author-blocked' || event.type === 'agent-finished') console.log(tick, agent, JSON.stringify(event))
  }
  for (const m of run.minds) for (const b of m.memory.facts.all()) if (b.kind !== 'task') console.log(m.agent, b.id, b.status, b.sentence, JSON.stringify(b.source), b.tick)
}

/** Ada wants bread, of which it only knows that Ben has some. */
async function adaAsksBen(prepare: (simulation: Simulation) => Promise<void>): Promise<SimulatedRun> {
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
      await prepare(simulation)
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
export type X = [Belief, typeof BARREL]
