import { expect, test } from 'vitest'
import type { Game } from '../../../../server/game/game.ts'
import { noteIdleGrass, restGrass } from '../../../../server/rules/grass.ts'
import { tickBlock } from '../../../../server/rules/random-ticks.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

const grass = above(-1)

/** Whether the grass is known to have nothing to do, after a look around. */
function isIdle(game: Game): boolean {
  noteIdleGrass(game, grass)
  return restGrass(game, grass)
}

test('resting grass draws as many numbers as grass that looks for dirt and finds none, in the light and in the dark', () => {
  for (const roof of ['air', 'stone']) {
    const [resting, looking] = [quietGame(), quietGame()]
    for (const game of [resting, looking]) {
      for (let x = -16; x <= 16; x++)
        for (let z = -16; z <= 16; z++) game.world.setBlock(above(2, x, z), roof)
    }
    expect(isIdle(resting)).toBe(true)
    tickBlock(looking, grass)
    expect(resting.growth.random.float()).toBe(looking.growth.random.float())
  }
})

test('grass is not idle where dirt can take it, wherever it lies within reach, until the dirt is covered', () => {
  const game = quietGame()
  for (let x = -1; x <= 1; x++) {
    for (let z = -1; z <= 1; z++) {
      for (let y = -4; y <= 0; y++) {
        if (x === 0 && z === 0 && y < 0) continue
        expect(isIdle(game)).toBe(true)
        const kept = [y, y + 1].map((height) => game.world.blockStateAt(above(height, x, z)))
        game.world.setBlock(above(y, x, z), 'dirt')
        game.world.setBlock(above(y + 1, x, z), x === 0 && z === 0 ? 'glass' : 'air')
        expect(isIdle(game), `dirt at ${x}, ${y}, ${z}`).toBe(false)
        game.world.setBlock(above(y + 1, x, z), 'stone')
        expect(isIdle(game), `dirt at ${x}, ${y}, ${z} under stone`).toBe(!(x === 0 && z === 0))
        for (const [index, state] of kept.entries()) game.world.setBlockState(above(y + index, x, z), state)
      }
    }
  }
})

test('grass under a block is not idle: it dies', () => {
  const game = quietGame()
  expect(isIdle(game)).toBe(true)
  game.world.setBlock(above(0), 'stone')
  expect(isIdle(game)).toBe(false)
  tickBlock(game, grass)
  expect(game.world.blockAt(grass).name).toBe('dirt')
})
