import { expect, test } from 'vitest'
import type { Game } from '../../../../server/game/game.ts'
import { Rest } from '../../../../server/game/growing-rows.ts'
import type { GrowingSection } from '../../../../server/game/growth.ts'
import { growingColumn } from '../../../../server/rules/growing-area.ts'
import { tickBlock, tickPlace } from '../../../../server/rules/random-ticks.ts'
import type { Position } from '../../../../src/core/position.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

/** Away from the edges of its column and at one of them, where grass looks into the columns beside. */
const places = [5, 0].map((x) => above(-1, x, x))

/** The section of the place, which must have grass. */
function sectionOf(game: Game, { x, z }: Position): GrowingSection {
  // The first random tick finds out which states do something.
  tickBlock(game, above(5))
  const [section] = growingColumn(game, x >> 4, z >> 4).active
  if (section === undefined) throw new Error('There is no grass.')
  return section
}

const numberOf = ({ x, y, z }: Position) => (x & 15) | ((z & 15) << 4) | ((y & 15) << 8)

/** Lets chance pick the place, as it does in tickRandomly(). */
function pick(game: Game, place: Position): void {
  tickPlace(game, sectionOf(game, place), numberOf(place))
}

/** Of the place, one of `Rest`. */
function restAt(game: Game, place: Position): number {
  return game.growth.rows.at(sectionOf(game, place).slot, numberOf(place))
}

test('what grass does and draws does not depend on whether it is known to be settled', () => {
  for (const roof of ['air', 'glass', 'oak_leaves', 'stone']) {
    const [game, other] = [quietGame(), quietGame()]
    const change = (y: number, x: number, z: number, block: string) => {
      for (const each of [game, other]) each.world.setBlock(above(y, x, z), block)
    }
    for (let x = -16; x <= 16; x++) for (let z = -16; z <= 16; z++) change(3, x, z, roof)
    for (const [round, block] of ['grass_block', 'dirt', 'stone', 'dirt', 'air'].entries()) {
      for (const { x, z } of places) change(0, x + (round % 2), z - 1, block)
      if (block === 'stone') for (const { x, z } of places) change(-1, x + 1, z, 'dirt')
      for (let time = 0; time < 4; time++) {
        for (const place of places) {
          pick(game, place)
          other.growth.rows.set(sectionOf(other, place).slot, numberOf(place), Rest.awake)
          pick(other, place)
        }
      }
      expect(game.world.hash(), `${block} under ${roof}`).toBe(other.world.hash())
      expect(game.growth.random.float(), `${block} under ${roof}`).toBe(other.growth.random.float())
    }
  }
})

test('a meadow is settled from the start, but for where dirt lies bare or grass is covered', () => {
  const game = quietGame()
  const [far, near, covered] = [above(-1, 8, 8), above(-1, 3, 3), above(-1, 12, 12)]
  game.world.setBlock(above(-1, 4, 4), 'dirt')
  game.world.setBlock(above(0, 12, 12), 'stone')
  expect([far, near, covered].map((place) => restAt(game, place))).toEqual([
    Rest.settled,
    Rest.awake,
    Rest.awake,
  ])
  expect(sectionOf(game, far).layers).toBe(1 << (far.y & 15))
})

test('a section where nothing is left to do is passed over until a block changes', () => {
  const game = quietGame()
  const section = sectionOf(game, above(-1, 8, 8))
  game.growth.area.fill([section.column])
  const visited = () => {
    const layers: number[] = []
    game.growth.area.visit((bits) => layers.push(bits))
    return layers
  }
  expect(visited()).toEqual([])
  const layer = 1 << (above(-1).y & 15)
  game.world.setBlock(above(0, 8, 8), 'stone')
  expect(visited()).toEqual([layer])
  game.world.setBlock(above(0, 8, 8), 'air')
  for (let x = 7; x <= 9; x++) for (let z = 7; z <= 9; z++) pick(game, above(-1, x, z))
  expect(visited()).toEqual([0])
  game.growth.area.fill([section.column])
  expect(visited()).toEqual([])
})

test('what grows anew while chance goes round makes it neither leave a section out nor go back to one', () => {
  const game = quietGame()
  const [settling, turning, woken, last] = [0, 16, 32, 48].map((x) => sectionOf(game, above(-1, x + 8, 8)))
  if (!settling || !turning || !woken || !last) throw new Error('There is no grass.')
  for (const x of [0, 16, 48]) game.world.setBlock(above(0, x + 8, 8), 'stone')
  const { area } = game.growth
  area.fill([settling, turning, woken, last].map(({ column }) => column))
  const visited: unknown[] = []
  area.visit(() => {
    visited.push(area.section)
    if (area.section !== turning) return
    // As where its last grass has been found settled.
    settling.layers = 0
    turning.layers = 0
    game.world.setBlock(above(0, 40, 8), 'stone')
    expect(area.section).toBe(turning)
  })
  expect(visited).toEqual([settling, turning, woken, last])
})

test('what has gone is not looked at again', () => {
  const game = quietGame()
  const crop = above(0, 8, 8)
  sectionOf(game, crop)
  game.world.setBlock(above(-1, 8, 8), 'farmland', { moisture: '7' })
  game.world.setBlock(crop, 'wheat')
  game.world.setBlock(crop, 'air')
  expect(restAt(game, crop)).toBe(Rest.awake)
  pick(game, crop)
  expect(restAt(game, crop)).toBe(Rest.none)
})

test.each(
  [-1, 0, 1]
    .flatMap((dx) => [-1, 0, 1].map((dz) => [dx, dz] as const))
    .filter(([dx, dz]) => dx !== 0 || dz !== 0),
)(
  'grass that had nothing to do takes bare dirt %i to the east and %i to the south, at any height in reach',
  (dx, dz) => {
    for (const grass of places) {
      for (let y = -3; y <= 0; y++) {
        const game = quietGame()
        for (let time = 0; time < 3; time++) pick(game, grass)
        const dirt = above(y, grass.x + dx, grass.z + dz)
        for (let height = -1; height > y; height--) game.world.setBlock(above(height, dirt.x, dirt.z), 'air')
        game.world.setBlock(dirt, 'dirt')
        for (let time = 0; time < 400 && game.world.blockAt(dirt).name === 'dirt'; time++) pick(game, grass)
        expect(game.world.blockAt(dirt).name, `y ${y}`).toBe('grass_block')
      }
    }
  },
)
