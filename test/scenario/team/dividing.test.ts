import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { PartClaim } from '../../../src/core/claim.ts'
import { type SimulatedRun, simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

test('two agents divide a goal, do each part once, and reach it sooner than one', {
  timeout: 120_000,
}, async () => {
  const alone = await shared(['Ada'])
  const pair = await shared(['Ada', 'Ben'])
  expect(alone.result).toMatchObject({ reached: true })
  expect(pair.result).toMatchObject({ reached: true })
  const done = partsSaid(pair, 'done')
  expect(new Set(done.map(({ part }) => part)).size).toBe(done.length)
  expect(new Set(done.map(({ agent }) => agent))).toEqual(new Set(['Ada', 'Ben']))
  expect(done).toHaveLength(8)
  expect(lengthOf(pair)).toBeLessThan(0.75 * lengthOf(alone))
})

/** What was said about parts, each saying once. */
function partsSaid({ entries }: SimulatedRun, state: PartClaim['state']): readonly PartClaim[] {
  return entries.flatMap(({ event }) =>
    event.type === 'message-sent'
      ? event.message.claims.filter(
          (claim): claim is PartClaim => claim.type === 'part' && claim.state === state,
        )
      : [],
  )
}

function lengthOf({ entries }: SimulatedRun): number {
  return (entries.at(-1)?.tick ?? 0) - (entries.at(0)?.tick ?? 0)
}

function shared(names: readonly string[]): Promise<SimulatedRun> {
  const team = parseTeamFile(
    JSON.stringify({
      world: 'plains',
      time: 'simulated',
      goal: 'have 16 dirt and have 4 oak_log',
      shared: true,
      trials: false,
      limits: { minutes: 10 },
      agents: names.map((name) => ({ name })),
    }),
    'test',
  )
  return simulateTeam(team, clock)
}
