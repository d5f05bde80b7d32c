import { expect, test } from 'vitest'
import type { Game } from '../../../../server/game/game.ts'
import type { GrowingSection } from '../../../../server/game/growth.ts'
import { growingColumn } from '../../../../server/rules/growing-area.ts'
import { tickBlock, tickPlace } from '../../../../server/rules/random-ticks.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

/** Away from the edges of its column and at one of them, where grass looks into the columns beside. */
const places = [5, 0].map((x) => above(-1, x, x))

/** The section of the place, which must have grass. */
function sectionOf(game: Game, { x, z }: { readonly x: number; readonly z: number }): GrowingSection {
  // The first random tick finds out which states do something.
  tickBlock(game, above(5))
  const [section] = growingColumn(game, x >> 4, z >> 4).active
  if (section === undefined) throw new Error('There is no grass.')
  return section
}

/** Lets chance pick the place, as it does in tickRandomly(). */
function pick(game: Game, { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }): void {
  const section = sectionOf(game, { x, z })
  const place = (x & 15) | ((z & 15) << 4) | ((y & 15) << 8)
  tickPlace(game, section, place, game.growth.rows.at(section.slot, place))
}

test('grass that chance picks does and draws what the rule of grass says, in the light, in the dark and near dirt', () => {
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
          tickBlock(other, place)
        }
      }
      expect(game.world.hash(), `${block} under ${roof}`).toBe(other.world.hash())
      expect(game.growth.random.float(), `${block} under ${roof}`).toBe(other.growth.random.float())
    }
  }
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
