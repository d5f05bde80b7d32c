import { afterEach, expect, test } from 'vitest'
import { type QuestPlayer, startQuest } from '../../support/quest/play-quest.ts'
import { expectAgreement } from '../../support/server-actions.ts'

const WALL_LIMIT_MS = 300_000
/** One seed for each version here; `npm run bench -- quest` plays more. */
const games = [
  { seed: 2, version: '1.21.4' },
  { seed: 2, version: '1.20.1' },
] as const

let quest: QuestPlayer
afterEach(() => quest.harness.close())

test.each(games)(
  'with seed $seed on $version a bot goes from empty hands to all of the quest',
  { timeout: WALL_LIMIT_MS },
  async ({ seed, version }) => {
    quest = await startQuest(seed, version)
    await quest.play()
    expect(quest.missing()).toEqual([])
    expectAgreement(quest.harness, quest.bot)
    expect(quest.harness.problems).toEqual([])
  },
)
