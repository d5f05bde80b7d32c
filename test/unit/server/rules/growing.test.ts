import { describe, expect, test } from 'vitest'
import type { Game } from '../../../../server/game/game.ts'
import { hasLightToGrow } from '../../../../server/rules/brightness.ts'
import { growthPoints } from '../../../../server/rules/crops.ts'
import { tickLeaves } from '../../../../server/rules/leaf-decay.ts'
import { tickBlock } from '../../../../server/rules/random-ticks.ts'
import type { Position } from '../../../../src/core/position.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

/** Random ticks of the block until the test holds; fails after that many. */
function tickUntil(game: Game, place: Position, test: () => boolean, most = 2000): number {
  for (let count = 1; count <= most; count++) {
    tickBlock(game, place)
    if (test()) return count
  }
  throw new Error(`Nothing came of ${most} random ticks.`)
}

const nameAt = (game: Game, place: Position) => game.world.blockAt(place).name
const propertiesAt = (game: Game, place: Position) => game.world.blockAt(place).properties

describe.each(['1.21.4', '1.20.1'] as const)('growing on %s', (version) => {
  test.each([
    ['wheat', '7'],
    ['carrots', '7'],
    ['potatoes', '7'],
    ['beetroots', '3'],
    ['sweet_berry_bush', '3'],
  ])('%s ripens at age %s and stays so', (crop, ripe) => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), crop === 'sweet_berry_bush' ? 'dirt' : 'farmland')
    game.world.setBlock(above(0), crop)
    tickUntil(game, above(0), () => propertiesAt(game, above(0)).age === ripe)
    expect(tickBlock(game, above(0))).toBe(false)
    expect(propertiesAt(game, above(0)).age).toBe(ripe)
  })

  test('crops do not grow in the dark, and do by a torch', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'farmland')
    game.world.setBlock(above(0), 'wheat')
    for (let x = -9; x <= 9; x++) for (let z = -9; z <= 9; z++) game.world.setBlock(above(2, x, z), 'stone')
    for (let count = 0; count < 500; count++) tickBlock(game, above(0))
    expect(propertiesAt(game, above(0)).age).toBe('0')
    game.world.setBlock(above(0, 3), 'torch')
    tickUntil(game, above(0), () => propertiesAt(game, above(0)).age === '1')
  })

  test('light loses one for each block', () => {
    const game = quietGame(version)
    for (let x = -9; x <= 9; x++) for (let z = -9; z <= 9; z++) game.world.setBlock(above(2, x, z), 'stone')
    game.world.setBlock(above(0, -6), 'torch')
    expect(hasLightToGrow(game, above(0, -1))).toBe(true)
    expect(hasLightToGrow(game, above(0))).toBe(false)
  })

  test('a crop alone on wet soil grows fastest, a block of one kind half as fast', () => {
    const game = quietGame(version)
    const field = (crop: string) => {
      for (let x = -1; x <= 1; x++) {
        for (let z = -1; z <= 1; z++) {
          game.world.setBlock(above(-1, x, z), 'farmland', { moisture: '7' })
          game.world.setBlock(above(0, x, z), x === 0 && z === 0 ? 'wheat' : crop)
        }
      }
    }
    field('carrots')
    expect(growthPoints(game, above(0), 'wheat')).toBe(10)
    field('wheat')
    expect(growthPoints(game, above(0), 'wheat')).toBe(5)
  })

  test('farmland by water gets wet, else dries out to dirt, but not under a crop', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'farmland')
    game.world.setBlock(above(-1, 4), 'water')
    tickBlock(game, above(-1))
    expect(propertiesAt(game, above(-1)).moisture).toBe('7')
    game.world.setBlock(above(-1, 4), 'dirt')
    game.world.setBlock(above(0), 'wheat')
    for (let count = 0; count < 20; count++) tickBlock(game, above(-1))
    expect(propertiesAt(game, above(-1)).moisture).toBe('0')
    game.world.setBlock(above(0), 'air')
    tickBlock(game, above(-1))
    expect(nameAt(game, above(-1))).toBe('dirt')
  })

  test('farmland under a solid block is dirt', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'farmland')
    game.world.setBlock(above(0), 'stone')
    expect(nameAt(game, above(-1))).toBe('dirt')
  })

  test.each(['sugar_cane', 'cactus'])('%s grows three blocks tall in 16 random ticks each', (plant) => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'sand')
    game.world.setBlock(above(-1, 1), 'water')
    game.world.setBlock(above(0), plant)
    expect(tickUntil(game, above(0), () => nameAt(game, above(1)) === plant)).toBe(16)
    for (let count = 0; count < 100; count++) for (const y of [0, 1, 2]) tickBlock(game, above(y))
    expect([2, 3].map((y) => nameAt(game, above(y)))).toEqual([plant, 'air'])
  })

  test('a cactus breaks when a block touches its side', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'sand')
    game.world.setBlock(above(0), 'cactus')
    game.world.setBlock(above(0, 1), 'stone')
    expect(nameAt(game, above(0))).toBe('air')
  })

  test.each(['oak', 'birch', 'spruce', 'jungle', 'acacia', 'cherry'])('%s_sapling becomes a tree', (wood) => {
    const game = quietGame(version)
    game.world.setBlock(above(0), `${wood}_sapling`)
    tickUntil(game, above(0), () => nameAt(game, above(0)) === `${wood}_log`)
    expect([1, 2, 3].map((y) => nameAt(game, above(y)))).toEqual(Array(3).fill(`${wood}_log`))
    const leaves = [...places(12)].filter((place) => nameAt(game, place) === `${wood}_leaves`)
    expect(leaves.length).toBeGreaterThan(30)
    for (let count = 0; count < 10; count++) tickLeaves(game)
    for (const place of leaves) expect(propertiesAt(game, place).distance).not.toBe('7')
  })

  test('dark oak needs four saplings, and no tree grows under a roof', () => {
    const game = quietGame(version)
    game.world.setBlock(above(0), 'dark_oak_sapling')
    game.world.setBlock(above(0, 8), 'oak_sapling')
    game.world.setBlock(above(3, 8), 'glass')
    for (let count = 0; count < 300; count++) for (const x of [0, 8]) tickBlock(game, above(0, x))
    expect(nameAt(game, above(0, 8))).toBe('oak_sapling')
    expect(nameAt(game, above(0))).toBe('dark_oak_sapling')
    for (const [x, z] of [
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      game.world.setBlock(above(0, x, z), 'dark_oak_sapling')
    tickUntil(game, above(0), () => nameAt(game, above(0)) === 'dark_oak_log')
    expect(nameAt(game, above(0, 1, 1))).toBe('dark_oak_log')
  })

  test('grass spreads to dirt in the light and dies under stone', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1, 1), 'dirt')
    tickUntil(game, above(-1), () => nameAt(game, above(-1, 1)) === 'grass_block')
    game.world.setBlock(above(0, 1), 'stone')
    tickBlock(game, above(-1, 1))
    expect(nameAt(game, above(-1, 1))).toBe('dirt')
    game.world.setBlock(above(0), 'glass')
    tickBlock(game, above(-1))
    expect(nameAt(game, above(-1))).toBe('grass_block')
  })

  test('leaves without their log wither, placed ones stay', () => {
    const game = quietGame(version)
    game.world.setBlock(above(3), 'oak_log')
    for (const x of [1, 2, 3]) game.world.setBlock(above(3, x), 'oak_leaves', { persistent: String(x === 3) })
    for (let count = 0; count < 5; count++) tickLeaves(game)
    expect([1, 2, 3].map((x) => propertiesAt(game, above(3, x)).distance)).toEqual(['1', '2', '3'])
    expect(tickBlock(game, above(3, 1))).toBe(false)
    game.world.setBlock(above(3), 'air')
    for (let count = 0; count < 20; count++) tickLeaves(game)
    expect([1, 2, 3].map((x) => propertiesAt(game, above(3, x)).distance)).toEqual(['7', '7', '7'])
    for (const x of [1, 2, 3]) tickBlock(game, above(3, x))
    expect([1, 2, 3].map((x) => nameAt(game, above(3, x)))).toEqual(['air', 'air', 'oak_leaves'])
  })

  test('a ripe stem bears a pumpkin, and another one when that is taken', () => {
    const game = quietGame(version)
    game.world.setBlock(above(-1), 'farmland', { moisture: '7' })
    game.world.setBlock(above(0), 'pumpkin_stem')
    tickUntil(game, above(0), () => nameAt(game, above(0)) === 'attached_pumpkin_stem')
    const fruit = [...places(1)].find((place) => nameAt(game, place) === 'pumpkin')
    expect(fruit).toBeDefined()
    if (fruit !== undefined) game.world.setBlock(fruit, 'air')
    expect(nameAt(game, above(0))).toBe('pumpkin_stem')
    expect(propertiesAt(game, above(0)).age).toBe('7')
  })
})

function* places(height: number): Generator<Position> {
  for (let x = -4; x <= 4; x++) {
    for (let z = -4; z <= 4; z++) for (let y = 0; y < height; y++) yield above(y, x, z)
  }
}
