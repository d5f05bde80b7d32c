import { afterAll, describe, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

/** Few, since each takes a game; the study `instructive` plays the way there on many seeds. */
const SEEDS = [1, 2, 3]

describe('from empty hands to a stone pickaxe', () => {
  test.each(SEEDS)(
    'expert and novice get there, and the novice only because it asked, seed %i',
    {
      timeout: 240_000,
    },
    async (seed) => {
      const { result, minds } = await simulateTeam(stoneAge(seed, 'in-process'), clock)
      expect(result).toMatchObject({ reached: true })
      const [, novice] = minds
      const told = novice?.memory.facts
        .all()
        .filter(({ source }) => source.type === 'told' && source.by === 'Ada')
      expect(told?.map(({ claim }) => claim)).toContainEqual(
        expect.objectContaining({ type: 'recipe', item: 'stone_pickaxe' }),
      )
      expect(novice?.innate).not.toContainEqual(
        expect.objectContaining({ type: 'recipe', item: 'stone_pickaxe' }),
      )
    },
  )

  test('the novice fails without a channel', { timeout: 240_000 }, async () => {
    const { result, minds, entries } = await simulateTeam(stoneAge(2, 'none'), clock)
    expect(result.reached).toBe(false)
    expect(finished(entries, 'Ada')).toBe(true)
    expect(finished(entries, 'Ben')).toBe(false)
    expect(minds[1]?.memory.tasks.all().some((task) => task.status === 'given-up')).toBe(true)
  })
})

test('both get there on 1.20.1 too, in a forest', { timeout: 240_000 }, async () => {
  const team = { ...stoneAge(1, 'in-process'), version: '1.20.1', world: 'forest' } as const
  expect((await simulateTeam(team, clock)).result).toMatchObject({ reached: true })
})

function finished(entries: readonly JournalEntry[], agent: string): boolean {
  return entries.some(
    (entry) => entry.agent === agent && entry.event.type === 'agent-finished' && entry.event.reached,
  )
}

function stoneAge(seed: number, channel: 'in-process' | 'none') {
  const file = {
    world: 'plains',
    seed,
    goal: 'have 1 stone_pickaxe',
    channel,
    limits: { minutes: 30 },
    agents: [
      { name: 'Ada', knowledge: 'expert' },
      { name: 'Ben', knowledge: 'novice' },
    ],
  }
  return parseTeamFile(JSON.stringify(file), 'team.json')
}
