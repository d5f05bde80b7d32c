import { describe, expect, test } from 'vitest'
import { storedItems } from '../../../../server/game/containers.ts'
import type { Game } from '../../../../server/game/game.ts'
import { tickGame } from '../../../../server/game/tick.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import type { Position } from '../../../../src/core/position.ts'
import { flatGame } from '../mobs/flat-game.ts'

const at = (x: number, z = 0, y = -60): Position => ({ x, y, z })

function pass(game: Game, ticks: number): void {
  for (let tick = 0; tick < ticks; tick++) tickGame(game)
}

const property = (game: Game, place: Position, name: string) => game.world.blockAt(place).properties[name]

/** A lever at x = 0 and so much dust to the east of it. */
function line(length: number): Game {
  const game = flatGame()
  game.world.setBlock(at(0), 'lever', { face: 'floor' })
  for (let x = 1; x <= length; x++) game.world.setBlock(at(x), 'redstone_wire')
  return game
}

function flip(game: Game, on: boolean): void {
  game.world.setBlock(at(0), 'lever', { face: 'floor', powered: String(on) })
}

describe('redstone dust', () => {
  test('loses one level on each block and ends after 15', () => {
    const game = line(17)
    flip(game, true)
    const powers = Array.from({ length: 17 }, (_, index) => property(game, at(index + 1), 'power'))
    expect(powers).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0].map(String))
    flip(game, false)
    expect(property(game, at(1), 'power')).toBe('0')
    expect(property(game, at(15), 'power')).toBe('0')
  })

  test('goes dark behind a gap and comes back when it is closed', () => {
    const game = line(6)
    flip(game, true)
    game.world.setBlock(at(3), 'air')
    expect([2, 4, 6].map((x) => property(game, at(x), 'power'))).toEqual(['14', '0', '0'])
    game.world.setBlock(at(3), 'redstone_wire')
    expect([2, 4, 6].map((x) => property(game, at(x), 'power'))).toEqual(['14', '12', '10'])
  })

  test('climbs a step, and not where a block covers it', () => {
    const game = line(2)
    game.world.setBlock(at(3), 'stone')
    game.world.setBlock(at(3, 0, -59), 'redstone_wire')
    flip(game, true)
    expect(property(game, at(2), 'east')).toBe('up')
    expect(property(game, at(3, 0, -59), 'power')).toBe('13')
    game.world.setBlock(at(2, 0, -59), 'stone')
    expect(property(game, at(3, 0, -59), 'power')).toBe('0')
  })

  test('goes up glass but not down it', () => {
    const game = flatGame()
    game.world.setBlock(at(2), 'glass')
    game.world.setBlock(at(1), 'redstone_wire')
    game.world.setBlock(at(2, 0, -59), 'redstone_wire')
    game.world.setBlock(at(0), 'redstone_block')
    expect(property(game, at(2, 0, -59), 'power')).toBe('14')
    game.world.setBlock(at(0), 'air')
    expect(property(game, at(2, 0, -59), 'power')).toBe('0')
    game.world.setBlock(at(3, 0, -59), 'redstone_block')
    expect([property(game, at(2, 0, -59), 'power'), property(game, at(1), 'power')]).toEqual(['15', '0'])
  })

  test('is a cross alone, a line with one neighbour, and points to lamps only where it runs', () => {
    const game = flatGame()
    game.world.setBlock(at(5), 'redstone_wire')
    expect(['north', 'south', 'west', 'east'].map((side) => property(game, at(5), side))).toEqual([
      'side',
      'side',
      'side',
      'side',
    ])
    game.world.setBlock(at(6), 'redstone_wire')
    expect(['north', 'south', 'west', 'east'].map((side) => property(game, at(5), side))).toEqual([
      'none',
      'none',
      'side',
      'side',
    ])
    game.world.setBlock(at(6, 1), 'redstone_lamp')
    game.world.setBlock(at(7), 'redstone_lamp')
    game.world.setBlock(at(4), 'redstone_block')
    expect([property(game, at(6, 1), 'lit'), property(game, at(7), 'lit')]).toEqual(['false', 'true'])
  })

  test('charges the block that it points to only weakly: not for other dust', () => {
    const game = line(1)
    game.world.setBlock(at(2), 'stone')
    game.world.setBlock(at(3), 'redstone_wire')
    game.world.setBlock(at(2, 1), 'redstone_lamp')
    flip(game, true)
    expect(property(game, at(2, 1), 'lit')).toBe('true')
    expect(property(game, at(3), 'power')).toBe('0')
  })
})

describe('torches, repeaters and lamps', () => {
  test('a torch goes out 2 ticks after its block gets power, and charges the block above it', () => {
    const game = line(1)
    game.world.setBlock(at(2), 'stone')
    game.world.setBlock(at(2, 0, -59), 'redstone_torch')
    game.world.setBlock(at(2, 0, -58), 'stone')
    game.world.setBlock(at(3, 0, -58), 'redstone_lamp')
    expect(property(game, at(3, 0, -58), 'lit')).toBe('true')
    flip(game, true)
    pass(game, 1)
    expect(property(game, at(2, 0, -59), 'lit')).toBe('true')
    pass(game, 1)
    expect(property(game, at(2, 0, -59), 'lit')).toBe('false')
    pass(game, 3)
    expect(property(game, at(3, 0, -58), 'lit')).toBe('true')
    pass(game, 1)
    expect(property(game, at(3, 0, -58), 'lit')).toBe('false')
  })

  test.each([1, 2, 3, 4])(
    'a repeater at notch %i waits twice as many ticks and gives full power',
    (delay) => {
      const game = line(3)
      game.world.setBlock(at(4), 'repeater', { facing: 'west', delay: String(delay) })
      game.world.setBlock(at(5), 'redstone_wire')
      flip(game, true)
      pass(game, delay * 2 - 1)
      expect(property(game, at(5), 'power')).toBe('0')
      pass(game, 1)
      expect(property(game, at(5), 'power')).toBe('15')
    },
  )

  test('a repeater lengthens a short pulse, and another one at its side locks it', () => {
    const game = line(1)
    game.world.setBlock(at(2), 'repeater', { facing: 'west', delay: '4' })
    flip(game, true)
    pass(game, 2)
    flip(game, false)
    pass(game, 6)
    expect(property(game, at(2), 'powered')).toBe('true')
    pass(game, 8)
    expect(property(game, at(2), 'powered')).toBe('false')
    game.world.setBlock(at(2, 1), 'repeater', { facing: 'south' })
    game.world.setBlock(at(2, 2), 'redstone_block')
    pass(game, 2)
    expect(property(game, at(2), 'locked')).toBe('true')
    flip(game, true)
    pass(game, 20)
    expect(property(game, at(2), 'powered')).toBe('false')
    game.world.setBlock(at(2, 2), 'air')
    pass(game, 20)
    expect(property(game, at(2), 'powered')).toBe('true')
  })

  test('a loop of repeaters and a torch keeps ticking without end and without growing', () => {
    const game = flatGame()
    game.world.setBlock(at(1), 'stone')
    game.world.setBlock(at(2), 'redstone_wall_torch', { facing: 'east' })
    game.world.setBlock(at(0), 'repeater', { facing: 'west' })
    for (const x of [3, 2, 1, 0, -1]) game.world.setBlock(at(x, 2), 'redstone_wire')
    for (const z of [0, 1]) for (const x of [3, -1]) game.world.setBlock(at(x, z), 'redstone_wire')
    let changes = 0
    game.world.onChange(() => {
      changes += 1
    })
    pass(game, 200)
    expect(changes).toBeGreaterThan(100)
    expect(game.redstone.pending).toEqual([])
  })
})

describe('what power moves', () => {
  test('a lamp lights beside a source that has stood there from the start', () => {
    const game = flatGame()
    game.world.setBlock(at(1), 'redstone_block')
    game.redstone.isUsed = false
    game.world.setBlock(at(2), 'redstone_lamp')
    expect(property(game, at(2), 'lit')).toBe('true')
  })

  test('TNT explodes 80 ticks after it gets power, and takes its neighbour with it', () => {
    const game = flatGame()
    game.world.setBlock(at(2), 'tnt')
    game.world.setBlock(at(3), 'tnt')
    game.world.setBlock(at(2, 1), 'oak_planks')
    game.world.setBlock(at(1), 'redstone_block')
    const burning = () => [...game.entities.values()].filter((entity) => entity.type === 'tnt').length
    expect(burning()).toBe(1)
    pass(game, 79)
    expect(game.world.blockAt(at(2, 1)).name).toBe('oak_planks')
    pass(game, 1)
    expect(game.world.blockAt(at(2, 1)).name).toBe('air')
    expect(burning()).toBe(1)
    pass(game, 31)
    expect(burning()).toBe(0)
  })

  test('a dispenser throws out one item 4 ticks after power comes, and only one per pulse', () => {
    const game = flatGame()
    game.world.setBlock(at(2), 'dispenser', { facing: 'east' })
    storedItems(game, at(2)).put(3, itemStack('dirt', 5))
    game.world.setBlock(at(1), 'redstone_block')
    pass(game, 3)
    expect(game.entities.size).toBe(0)
    pass(game, 30)
    expect(countOnGround(game)).toEqual({ dirt: 1 })
    game.world.setBlock(at(1), 'air')
    game.world.setBlock(at(1), 'redstone_block')
    pass(game, 30)
    expect(countOnGround(game)).toEqual({ dirt: 2 })
    expect(storedItems(game, at(2)).at(3)?.count).toBe(3)
  })

  test.each([
    ['water_bucket', 'water', 'bucket'],
    ['lava_bucket', 'lava', 'bucket'],
  ])('a dispenser pours out a %s and takes it up again', (full, fluid, empty) => {
    const game = flatGame()
    game.world.setBlock(at(2), 'dispenser', { facing: 'up' })
    storedItems(game, at(2)).put(0, itemStack(full))
    game.world.setBlock(at(1), 'redstone_block')
    pass(game, 4)
    expect(game.world.blockAt(at(2, 0, -59)).name).toBe(fluid)
    expect(storedItems(game, at(2)).at(0)?.name).toBe(empty)
    game.world.setBlock(at(1), 'air')
    game.world.setBlock(at(1), 'redstone_block')
    pass(game, 4)
    expect(game.world.blockAt(at(2, 0, -59)).name).toBe('air')
    expect(storedItems(game, at(2)).at(0)?.name).toBe(full)
  })

  test('a dispenser shoots arrows; a dropper fills the chest before it', () => {
    const game = flatGame()
    game.world.setBlock(at(2), 'dispenser', { facing: 'east' })
    storedItems(game, at(2)).put(0, itemStack('arrow'))
    game.world.setBlock(at(0), 'dropper', { facing: 'west' })
    game.world.setBlock(at(-1), 'chest')
    storedItems(game, at(0)).put(0, itemStack('arrow', 2))
    game.world.setBlock(at(1), 'redstone_block')
    pass(game, 6)
    expect([...game.entities.values()].map((entity) => entity.type)).toEqual(['arrow'])
    expect(storedItems(game, at(-1)).stacks()).toEqual([itemStack('arrow')])
    expect(storedItems(game, at(0)).stacks()).toEqual([itemStack('arrow')])
  })
})

function countOnGround(game: Game): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const entity of game.entities.values()) {
    if (entity.type === 'item')
      counts[entity.stack.name] = (counts[entity.stack.name] ?? 0) + entity.stack.count
  }
  return counts
}
