import { describe, expect, test } from 'vitest'
import { furnaceAt, storedItems } from '../../../server/game/containers.ts'
import type { Game } from '../../../server/game/game.ts'
import { stateHash } from '../../../server/game/state-hash.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { spawnMob } from '../../../server/mobs/spawn-mob.ts'
import { above, quietGame } from '../../support/quiet-game.ts'
import { joinScripted } from '../../support/scripted-player.ts'

/** A game with something of everything; the change is made to one of two. */
function gameWith(change: (game: Game) => void): string {
  const game = quietGame()
  joinScripted(game, 'Ada')
  game.world.setBlock(above(0, 2), 'chest')
  game.world.setBlock(above(0, 4), 'furnace')
  storedItems(game, above(0, 2)).put(3, itemStack('apple', 2))
  spawnMob(game, 'cow', above(0, 8))
  change(game)
  return stateHash(game)
}

describe('stateHash()', () => {
  test('is equal for games in the same state', () => {
    expect(gameWith(() => {})).toBe(gameWith(() => {}))
  })

  test.each<readonly [string, (game: Game) => void]>([
    ['a block', (game) => game.world.setBlock(above(0, 1), 'stone')],
    ['what a chest holds', (game) => storedItems(game, above(0, 2)).put(4, itemStack('apple', 1))],
    [
      'the fire in a furnace',
      (game) => {
        furnaceAt(game, above(0, 4)).burnLeft = 1
      },
    ],
    [
      'where a mob is',
      (game) => {
        for (const mob of game.entities.values())
          mob.position = { ...mob.position, x: mob.position.x + 0.001 }
      },
    ],
    ['what a player carries', (game) => game.playerNamed('Ada')?.inventory.add(itemStack('dirt', 1))],
    [
      'how a player is',
      (game) => {
        for (const player of game.players.values()) player.food = 19
      },
    ],
    [
      'the weather',
      (game) => {
        game.weather.raining = true
      },
    ],
  ])('differs with %s', (_what, change) => {
    expect(gameWith(change)).not.toBe(gameWith(() => {}))
  })
})
