import { describe, expect, it } from 'vitest'
import { MOST_PER_COLUMN } from '../../../../server/game/crowds.ts'
import { spawnItem } from '../../../../server/game/item-entities.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { spawnMob } from '../../../../server/mobs/spawn-mob.ts'
import { flatGame } from './flat-game.ts'

const here = { x: 3.5, y: -60, z: 3.5 }
const beside = { x: 20.5, y: -60, z: 3.5 }

describe('columns', () => {
  it('hold so many mobs and no more', () => {
    const game = flatGame()
    for (let count = 0; count < MOST_PER_COLUMN.mob; count++)
      expect(spawnMob(game, 'pig', here)).not.toBeNull()
    expect(spawnMob(game, 'pig', here)).toBeNull()
    expect(spawnMob(game, 'pig', beside)).not.toBeNull()
  })

  it('lose their oldest item to a new one when they are full', () => {
    const game = flatGame()
    const flight = { position: here, velocity: { x: 0, y: 0, z: 0 }, pickUpDelay: 0 }
    const first = spawnItem(game, itemStack('apple'), flight)
    const other = spawnItem(game, itemStack('stick'), { ...flight, position: beside })
    for (let count = 1; count < MOST_PER_COLUMN.item; count++) spawnItem(game, itemStack('bone'), flight)
    expect(game.entities.has(first.id)).toBe(true)
    const last = spawnItem(game, itemStack('bread'), flight)
    expect(game.entities.has(first.id)).toBe(false)
    expect([other, last].every(({ id }) => game.entities.has(id))).toBe(true)
    expect(game.entities.size).toBe(MOST_PER_COLUMN.item + 1)
  })
})
