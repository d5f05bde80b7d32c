import { describe, expect, it } from 'vitest'
import { isDark } from '../../../../server/mobs/spawning/darkness.ts'
import { flatGame } from './flat-game.ts'

const MIDNIGHT = 18_000
const place = { x: 0, y: -60, z: 0 }

describe('isDark()', () => {
  it('holds at night under the sky, not by day', () => {
    const game = flatGame()
    game.time = MIDNIGHT
    expect(isDark(game, place)).toBe(true)
    game.time = 6000
    expect(isDark(game, place)).toBe(false)
  })

  it('does not hold within thirteen blocks of a torch', () => {
    const game = flatGame()
    game.time = MIDNIGHT
    game.world.setBlock({ x: 10, y: -60, z: 3 }, 'torch')
    expect(isDark(game, place)).toBe(false)
    expect(isDark(game, { x: -1, y: -60, z: 0 })).toBe(true)
  })

  it('holds by day in a closed room', () => {
    const game = flatGame()
    game.time = 6000
    for (let x = -3; x <= 3; x++) {
      for (let z = -3; z <= 3; z++) {
        game.world.setBlock({ x, y: -57, z }, 'stone')
        const isWall = Math.max(Math.abs(x), Math.abs(z)) === 3
        if (isWall) for (const y of [-60, -59, -58]) game.world.setBlock({ x, y, z }, 'stone')
      }
    }
    expect(isDark(game, place)).toBe(true)
    game.world.setBlock({ x: 3, y: -60, z: 0 }, 'air')
    expect(isDark(game, { x: 2, y: -60, z: 0 })).toBe(false)
  })
})
