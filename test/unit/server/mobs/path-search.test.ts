import { describe, expect, it } from 'vitest'
import { findPath } from '../../../../server/mobs/path-search.ts'
import { flatGame } from './flat-game.ts'

const from = { x: 0, y: -60, z: 0 }
const to = { x: 6, y: -60, z: 0 }

describe('findPath()', () => {
  it('goes straight over open ground, up to the block before the goal', () => {
    const path = findPath(flatGame(), from, to)
    expect(path).toEqual([1, 2, 3, 4, 5].map((x) => ({ x: x + 0.5, y: -60, z: 0.5 })))
  })

  it('goes around a wall', () => {
    const game = flatGame()
    for (let z = -2; z <= 2; z++) {
      for (const y of [-60, -59]) game.world.setBlock({ x: 3, y, z }, 'stone')
    }
    const path = findPath(game, from, to)
    const end = path.at(-1) ?? from
    expect(Math.abs(end.x - 6.5) + Math.abs(end.z - 0.5)).toBe(1)
    expect(path.some(({ z }) => Math.abs(z - 0.5) >= 3)).toBe(true)
  })

  it('steps over a single block', () => {
    const game = flatGame()
    for (let z = -20; z <= 20; z++) game.world.setBlock({ x: 3, y: -60, z }, 'stone')
    expect(findPath(game, from, to).map(({ y }) => y)).toEqual([-60, -60, -59, -60, -60])
  })

  it('leads as near as it can when the goal is walled in', () => {
    const game = flatGame()
    for (const [x, z] of [
      [4, -1],
      [4, 0],
      [4, 1],
      [5, 2],
      [6, 2],
      [7, 2],
      [5, -2],
      [6, -2],
      [7, -2],
      [8, -1],
      [8, 0],
      [8, 1],
    ] as const) {
      for (const y of [-60, -59]) game.world.setBlock({ x, y, z }, 'stone')
    }
    expect(findPath(game, from, to).at(-1)).toEqual({ x: 3.5, y: -60, z: 0.5 })
  })

  it('does not walk into lava or water', () => {
    const game = flatGame()
    for (let z = -3; z <= 3; z++) game.world.setBlockState({ x: 3, y: -61, z }, game.registry.state('lava'))
    for (const { x, z } of findPath(game, from, to)) {
      const ground = game.world.blockAt({ x: Math.floor(x), y: -61, z: Math.floor(z) })
      expect(ground.name).not.toBe('lava')
    }
  })
})
