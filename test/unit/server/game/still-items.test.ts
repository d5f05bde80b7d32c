import { describe, expect, test } from 'vitest'
import { runConsoleCommand } from '../../../../server/commands/run-command.ts'
import type { ItemEntity } from '../../../../server/game/entity.ts'
import type { Game } from '../../../../server/game/game.ts'
import { ageOf, pickUpDelayOf, spawnItem } from '../../../../server/game/item-entities.ts'
import { stateHash } from '../../../../server/game/state-hash.ts'
import { StillItems } from '../../../../server/game/still-items.ts'
import { tickGame } from '../../../../server/game/tick.ts'
import { refreshItem } from '../../../../server/game/tracking.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

const LIFETIME = 6000

function drop(game: Game, x = 0.5): ItemEntity {
  return spawnItem(game, itemStack('coal'), {
    position: above(1, x, 0.5),
    velocity: { x: 0, y: 0, z: 0 },
    pickUpDelay: 10,
  })
}

function pass(game: Game, ticks: number): void {
  for (let tick = 0; tick < ticks; tick++) tickGame(game)
}

const isStill = (game: Game, item: ItemEntity) => ![...game.entities.awake()].includes(item)

describe('StillItems', () => {
  test('finds all items within reach and those that have appeared by a tick, whoever comes and goes', () => {
    const random = createRandom('still items')
    const somewhere = () => ({ x: random.float() * 400 - 200, y: 64, z: random.float() * 400 - 200 })
    const items = new StillItems()
    const known = new Set<ItemEntity>()
    for (let round = 0; round < 400; round++) {
      const item = { position: somewhere(), appeared: random.below(1000) } as unknown as ItemEntity
      known.add(item)
      items.add(item)
      const gone = [...known].filter(() => random.below(100) === 0)
      for (const one of gone) expect([known.delete(one), items.delete(one)]).toEqual([true, true])
      expect(items.delete({ position: somewhere() } as unknown as ItemEntity)).toBe(false)
      const [place, reach] = [somewhere(), random.float() * 40]
      const near = [...known].filter(
        ({ position: { x, z } }) => Math.abs(x - place.x) <= reach && Math.abs(z - place.z) <= reach,
      )
      expect(items.around(place, reach)).toEqual(expect.arrayContaining(near))
      const tick = random.below(200)
      const old = [...known].filter(({ appeared }) => appeared <= tick)
      expect(new Set(items.appearedUntil(tick))).toEqual(new Set(old))
    }
    items.clear()
    expect(items.appearedUntil(1000)).toEqual([])
  })
})

describe('items that lie still', () => {
  test('grow older, can be picked up after their delay, and vanish in time', () => {
    const game = quietGame()
    const item = drop(game)
    pass(game, 4)
    expect([ageOf(game, item), pickUpDelayOf(game, item)]).toEqual([4, 6])
    pass(game, 100)
    expect(isStill(game, item)).toBe(true)
    expect([ageOf(game, item), pickUpDelayOf(game, item)]).toEqual([104, 0])
    pass(game, LIFETIME - 105)
    expect(game.entities.has(item.id)).toBe(true)
    pass(game, 1)
    expect(game.entities.has(item.id)).toBe(false)
  })

  test('move again when a command puts them elsewhere', () => {
    const game = quietGame()
    const item = drop(game)
    pass(game, 100)
    runConsoleCommand(game, 'tp @e[type=item] 5.5 -50 5.5')
    expect(isStill(game, item)).toBe(false)
    pass(game, 100)
    expect(item.position).toMatchObject({ x: 5.5, y: -60, z: 5.5 })
    expect(isStill(game, item)).toBe(true)
  })

  test('fall when the block below them goes, and those far from it stay as they are', () => {
    const game = quietGame()
    const [item, other] = [drop(game), drop(game, 30.5)]
    pass(game, 100)
    game.world.setBlock(above(-1), 'air')
    expect([item, other].map((one) => isStill(game, one))).toEqual([false, true])
    pass(game, 100)
    expect([item.position.y, other.position.y]).toEqual([-61, -60])
  })

  test('merge with what comes to lie beside them, and with each other once one of them has become smaller', () => {
    const game = quietGame()
    const item = drop(game)
    pass(game, 100)
    const later = drop(game, 0.8)
    pass(game, 100)
    expect([item.stack.count, game.entities.has(later.id)]).toEqual([2, false])
    const large = drop(game, 0.9)
    large.stack = itemStack('coal', 63)
    pass(game, 100)
    expect([isStill(game, item), isStill(game, large), item.stack.count]).toEqual([true, true, 2])
    large.stack = itemStack('coal', 60)
    refreshItem(game, large)
    pass(game, 100)
    expect([item.stack.count, game.entities.has(large.id)]).toEqual([62, false])
  })

  test('are gone from all lists once they are out of the game', () => {
    const game = quietGame()
    drop(game)
    pass(game, 100)
    game.entities.clear()
    expect(game.entities.stillAround(above(0), 8)).toEqual([])
    expect([...game.entities.awake()]).toEqual([])
  })

  test('are in the same state as others of their age', () => {
    const stateAfter = (ticks: number) => {
      const game = quietGame()
      pass(game, 50 - ticks)
      drop(game)
      pass(game, ticks)
      return stateHash(game)
    }
    expect(stateAfter(30)).toBe(stateAfter(30))
    expect(stateAfter(30)).not.toBe(stateAfter(31))
  })
})
