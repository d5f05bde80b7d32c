import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

test.each([3, 12])(
  'an expert alone gets from empty hands to a diamond pickaxe, seed %i',
  {
    timeout: 240_000,
  },
  async (seed) => {
    const { result, entries } = await simulateTeam(diamondAge(seed), clock, { viewDistance: 6 })
    const sources = entries.flatMap(({ event }) => (event.type === 'attempt-started' ? [event.source] : []))

    expect(result).toMatchObject({ reached: true })
    expect(sources.some((source) => source.includes('await searchUnderground(bot, blocks, -59'))).toBe(true)
  },
)

function diamondAge(seed: number) {
  const file = {
    world: 'continents',
    seed,
    goal: 'have 1 diamond_pickaxe',
    limits: { minutes: 30 },
    agents: [{ name: 'Ada', knowledge: 'expert' }],
  }
  return parseTeamFile(JSON.stringify(file), 'team.json')
}
