import { describe, expect, test } from 'vitest'
import type { Player } from '../../../../server/game/player.ts'
import { exertion } from '../../../../server/rules/exertion.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

const game = quietGame()
game.world.setBlock(above(0, 5), 'water')

function cost(state: { sprinting: boolean; wet?: boolean }, move: Parameters<typeof exertion>[2]): number {
  const position = above(0, state.wet === true ? 5 : 0)
  return exertion(game, { position, sprinting: state.sprinting, onGround: true } as Player, move)
}

describe('exertion()', () => {
  test.each([
    ['walking a block', { sprinting: false }, { traveled: 1, fallen: 0, onGround: true }, 0],
    ['sprinting a block', { sprinting: true }, { traveled: 1, fallen: 0, onGround: true }, 0.1],
    ['jumping', { sprinting: false }, { traveled: 0, fallen: -0.42, onGround: false }, 0.05],
    ['jumping from a sprint', { sprinting: true }, { traveled: 0, fallen: -0.42, onGround: false }, 0.2],
    ['walking over an edge', { sprinting: false }, { traveled: 0.2, fallen: 0.1, onGround: false }, 0],
    ['swimming a block', { sprinting: false, wet: true }, { traveled: 1, fallen: 0, onGround: false }, 0.01],
  ])('%s costs its share', (_what, state, move, expected) => {
    expect(cost(state, move)).toBeCloseTo(expected)
  })
})
