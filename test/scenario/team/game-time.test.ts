import { afterAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { importSkills } from '../../../src/memory/library-import.ts'
import { parseSkillFile } from '../../../src/memory/skill-file.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { endlessSkill } from '../../support/endless-skill.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

/** An expert with all that its goal takes. */
const TEAM = {
  world: 'flat',
  goal: 'have 2 stick',
  agents: [{ name: 'Ada', knowledge: 'expert', inventory: { oak_planks: 2 } }],
}

test('thinking takes the game time that the team file says', async () => {
  const thinking = { ticks: 30 }
  const frozen = await simulateTeam(teamOf(TEAM), clock)
  const thoughtful = await simulateTeam(teamOf({ ...TEAM, thinking }), clock)
  expect(thoughtful.result).toMatchObject({ reached: true })
  const first = ({ entries }: { readonly entries: readonly JournalEntry[] }) => {
    const attempt = entries.find(({ event }) => event.type === 'attempt-started')
    return (attempt?.tick ?? Number.NaN) - (entries[0]?.tick ?? Number.NaN)
  }
  // Two thoughts lead to the first attempt: what to do, and how.
  expect(first(thoughtful) - first(frozen)).toBe(2 * thinking.ticks)
})

describe('a skill that never ends', () => {
  test.each([
    ['a loop', 'for (;;);', 'out-of-fuel', { fuel: 20_000 }],
    [
      'a loop after time has passed',
      'await bot.waitForTicks(20); for (;;);',
      'out-of-fuel',
      { fuel: 20_000 },
    ],
    ['a loop that waits', 'for (;;) await bot.waitForTicks(1)', 'timed-out', { attemptTicks: 100 }],
    ['a search that no fuel sees', "/^(a+)+$/.test('a'.repeat(60) + '!')", 'killed', { turnMs: 1500 }],
  ])('does not stop time: %s', async (_, body, status, limits) => {
    const memory = new VolatileMemory()
    memory.apply(
      0,
      importSkills([parseSkillFile(endlessSkill(body), 'obtainStick.js')], memory.skills, 'library'),
    )
    const memories = new Map([['Ada', memory]])
    const { result, entries } = await simulateTeam(teamOf({ ...TEAM, limits }), clock, { memories })
    const outcomes = entries.flatMap(({ event }) => (event.type === 'attempt-ended' ? [event.outcome] : []))
    expect(outcomes[0]?.status).toBe(status)
    // The agent writes other code, and has time to run it.
    expect(outcomes.at(-1)?.status).toBe('completed')
    expect(result).toMatchObject({ reached: true })
  })
})

function teamOf(file: object) {
  return parseTeamFile(JSON.stringify(file), 'team.json')
}
