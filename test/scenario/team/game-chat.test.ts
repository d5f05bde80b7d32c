import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { BodyEvent } from '../../../src/core/body.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

type Heard = Extract<BodyEvent, { type: 'chat-heard' }>

/** Runs a team, and keeps all that its bots hear. */
async function listenTo(file: object) {
  const heard: Heard[] = []
  const run = await simulateTeam(parseTeamFile(JSON.stringify(file), 'team.json'), clock, {
    prepare: async ({ body }) => {
      body.onEvent((event) => {
        if (event.type === 'chat-heard') heard.push(event)
      })
    },
  })
  return { ...run, heard }
}

test('expert and novice get to a stone pickaxe with all they say going through the game', {
  timeout: 240_000,
}, async () => {
  const { result, minds, heard, entries } = await listenTo({
    world: 'plains',
    seed: 2,
    goal: 'have 1 stone_pickaxe',
    channel: 'game-chat',
    limits: { minutes: 30 },
    agents: [
      { name: 'Ada', knowledge: 'expert' },
      { name: 'Ben', knowledge: 'novice' },
    ],
  })
  expect(result).toMatchObject({ reached: true })
  const told = minds[1]?.memory.facts.all().filter(({ source }) => source.type === 'told')
  expect(told?.map(({ claim }) => claim)).toContainEqual(
    expect.objectContaining({ type: 'recipe', item: 'stone_pickaxe' }),
  )
  const sent = entries.filter(({ event }) => event.type === 'message-sent')
  expect(sent.length).toBeGreaterThanOrEqual(2)
  expect(heard.length).toBeGreaterThan(sent.length)
  expect(heard.every(({ whispered }) => whispered)).toBe(true)
})
