import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

test('a team that plays twice in one process tells the same both times', { timeout: 240_000 }, async () => {
  const play = (seed: number) =>
    simulateTeam(
      parseTeamFile(
        JSON.stringify({
          world: 'plains',
          seed,
          goal: 'have 1 wooden_pickaxe',
          agents: [{ name: 'Ada' }, { name: 'Ben', knowledge: 'novice' }],
        }),
        'team.json',
      ),
      clock,
    )
  const first = await play(4)
  // Another one in between leaves nothing behind.
  const other = await play(5)
  const again = await play(4)
  expect(first.result.reached).toBe(true)
  expect(first.entries.length).toBeGreaterThan(40)
  expect(firstDifference(first.entries, again.entries)).toBeNull()
  const beginning = other.entries.slice(0, 20)
  expect(beginning).toHaveLength(20)
  expect(firstDifference(first.entries.slice(0, 20), beginning)).not.toBeNull()
})
