import { describe, expect, test } from 'vitest'
import { furnaceAt, storedItems } from '../../../../server/game/containers.ts'
import type { Game } from '../../../../server/game/game.ts'
import { spawnItem } from '../../../../server/game/item-entities.ts'
import { tickGame } from '../../../../server/game/tick.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import type { Position } from '../../../../src/core/position.ts'
import { flatGame } from '../mobs/flat-game.ts'

const at = (x: number, y = -60, z = 0): Position => ({ x, y, z })

function pass(game: Game, ticks: number): void {
  for (let tick = 0; tick < ticks; tick++) tickGame(game)
}

const amount = (game: Game, place: Position) =>
  storedItems(game, place)
    .stacks()
    .reduce((sum, stack) => sum + stack.count, 0)

describe('hoppers', () => {
  test('pass one item every 8 ticks from the chest above to the chest below', () => {
    const game = flatGame()
    game.world.setBlock(at(0, -58), 'chest')
    storedItems(game, at(0, -58)).put(5, itemStack('dirt', 10))
    game.world.setBlock(at(0, -60), 'chest')
    game.world.setBlock(at(0, -59), 'hopper')
    pass(game, 1)
    expect([amount(game, at(0, -58)), amount(game, at(0, -59)), amount(game, at(0, -60))]).toEqual([9, 1, 0])
    pass(game, 8)
    expect([amount(game, at(0, -58)), amount(game, at(0, -59)), amount(game, at(0, -60))]).toEqual([8, 1, 1])
    pass(game, 8 * 9)
    expect([amount(game, at(0, -58)), amount(game, at(0, -59)), amount(game, at(0, -60))]).toEqual([0, 0, 10])
  })

  test('stand still while they have power', () => {
    const game = flatGame()
    game.world.setBlock(at(0, -58), 'chest')
    storedItems(game, at(0, -58)).put(0, itemStack('dirt', 10))
    game.world.setBlock(at(1, -59), 'redstone_block')
    game.world.setBlock(at(0, -59), 'hopper')
    expect(game.world.blockAt(at(0, -59)).properties.enabled).toBe('false')
    pass(game, 20)
    expect(amount(game, at(0, -58))).toBe(10)
    game.world.setBlock(at(1, -59), 'air')
    pass(game, 1)
    expect(amount(game, at(0, -58))).toBe(9)
  })

  test('feed a furnace from above and from the side, and empty it from below', () => {
    const game = flatGame()
    game.world.setBlock(at(0, -58), 'furnace')
    for (const [place, facing, item, count] of [
      [at(0, -57), 'down', 'raw_iron', 2],
      [at(1, -58), 'west', 'coal', 1],
    ] as const) {
      game.world.setBlock(place, 'hopper', { facing })
      storedItems(game, place).put(0, itemStack(item, count))
    }
    storedItems(game, at(1, -58)).put(1, itemStack('dirt', 1))
    game.world.setBlock(at(0, -59), 'hopper', { facing: 'down' })
    pass(game, 430)
    expect(storedItems(game, at(0, -59)).stacks()).toEqual([itemStack('iron_ingot', 2)])
    expect(storedItems(game, at(1, -58)).stacks()).toEqual([itemStack('dirt', 1)])
    // Whoever takes the result by hand gets the experience; hoppers leave it.
    expect(furnaceAt(game, at(0, -58)).experience).toBeCloseTo(1.4)
  })

  test('swallow the items that fall on them, as far as there is room', () => {
    const game = flatGame()
    game.world.setBlock(at(0), 'hopper', { facing: 'down' })
    const drop = (count: number) =>
      spawnItem(game, itemStack('dirt', count), {
        position: { x: 0.5, y: -58.5, z: 0.5 },
        velocity: { x: 0, y: 0, z: 0 },
        pickUpDelay: 10,
      })
    for (let stack = 0; stack < 5; stack++) drop(64)
    pass(game, 60)
    expect(amount(game, at(0))).toBe(320)
    drop(3)
    pass(game, 60)
    expect([amount(game, at(0)), game.entities.size]).toEqual([320, 1])
  })

  test('fill both halves of a large chest and chains of hoppers, without losing or making anything', () => {
    const game = flatGame()
    game.world.setBlock(at(0), 'chest', { facing: 'north', type: 'right' })
    game.world.setBlock(at(-1), 'chest', { facing: 'north', type: 'left' })
    for (const x of [1, 2, 3]) game.world.setBlock(at(x), 'hopper', { facing: 'west' })
    const [first, second] = [storedItems(game, at(0)), storedItems(game, at(-1))]
    for (let index = 0; index < 27; index++) first.put(index, itemStack('stone', 64))
    storedItems(game, at(3)).put(0, itemStack('dirt', 20))
    pass(game, 8 * 24)
    expect(second.stacks()).toEqual([itemStack('dirt', 20)])
  })

  test('feed a composter from above and take the bone meal from below', () => {
    const game = flatGame()
    game.world.setBlock(at(0, -58), 'composter')
    game.world.setBlock(at(0, -57), 'hopper', { facing: 'down' })
    storedItems(game, at(0, -57)).put(0, itemStack('cake'))
    storedItems(game, at(0, -57)).put(1, itemStack('pumpkin_pie', 15))
    game.world.setBlock(at(0, -59), 'hopper', { facing: 'down' })
    pass(game, 230)
    expect(storedItems(game, at(0, -59)).stacks()).toEqual([itemStack('bone_meal', 2)])
    expect(amount(game, at(0, -57))).toBe(0)
    expect(game.world.blockAt(at(0, -58)).properties.level).toBe('2')
  })
})
