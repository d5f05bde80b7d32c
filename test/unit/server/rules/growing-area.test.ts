import { expect, test } from 'vitest'
import { tickGame } from '../../../../server/game/tick.ts'
import { growingArea } from '../../../../server/rules/growing-area.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'
import { joinScripted } from '../../../support/scripted-player.ts'

/** Layers of the sections in which chance picks blocks. */
function visited(game: ReturnType<typeof quietGame>): readonly number[] {
  const layers: number[] = []
  growingArea(game).visit((bits) => layers.push(bits))
  return layers
}

test('things grow near a player from a second after it came until a second after it went', () => {
  const game = quietGame()
  const { player } = joinScripted(game, 'Ada')
  const field = above(0, 200, 8)
  const stay = (x: number, ticks: number) => {
    for (let tick = 0; tick < ticks; tick++) {
      player.position = above(0, x, 0)
      tickGame(game)
    }
  }
  game.world.setBlock(above(-1, 200, 8), 'farmland')
  stay(0, 60)
  expect(visited(game)).toEqual([])
  stay(200, 60)
  game.world.setBlock(field, 'wheat')
  expect(visited(game)).toHaveLength(1)
  stay(0, 60)
  expect(visited(game)).toEqual([])
})
