import { expect, test } from 'vitest'
import type { Player } from '../../../../server/game/player.ts'
import {
  addExperience,
  addLevels,
  pointsForNextLevel,
  pointsOfLevel,
} from '../../../../server/rules/experience.ts'

function novice() {
  const sent: unknown[] = []
  const player = {
    experienceLevel: 0,
    experiencePoints: 0,
    connection: { send: (packet: unknown) => sent.push(packet) },
  }
  return { player: player as unknown as Player, sent }
}

test.each([
  [0, 7],
  [15, 37],
  [16, 42],
  [30, 112],
  [31, 121],
])('level %i takes %i points to the next', (level, points) => {
  expect(pointsForNextLevel(level)).toBe(points)
})

test('the points of a level are the sum of the steps to it', () => {
  let sum = 0
  for (let level = 0; level <= 60; level++) {
    expect(pointsOfLevel(level)).toBe(sum)
    sum += pointsForNextLevel(level)
  }
})

test('addExperience() carries points over levels, in both directions', () => {
  const { player } = novice()
  addExperience(player, 1395)
  expect(player).toMatchObject({ experienceLevel: 30, experiencePoints: 0 })
  addExperience(player, -1)
  expect(player).toMatchObject({ experienceLevel: 29, experiencePoints: 106 })
  addExperience(player, -10_000)
  expect(player).toMatchObject({ experienceLevel: 0, experiencePoints: 0 })
})

test('addLevels() keeps the share of the bar and tells the client', () => {
  const { player, sent } = novice()
  player.experiencePoints = 5
  addLevels(player, 10)
  expect(player).toMatchObject({ experienceLevel: 10, experiencePoints: 19 })
  expect(sent).toMatchObject([{ name: 'experience', params: { level: 10, totalExperience: 160 + 19 } }])
})
