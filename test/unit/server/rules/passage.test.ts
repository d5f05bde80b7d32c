import { expect, test } from 'vitest'
import { mayPass } from '../../../../server/rules/passage.ts'
import type { Position } from '../../../../src/core/position.ts'
import { joinPuppet } from '../../../support/puppet.ts'
import { quietGame } from '../../../support/quiet-game.ts'

const game = quietGame()
const { world } = game
const { player } = joinPuppet({ game }, 'Ada')

/** A wall from north to south at x = 3, two blocks high, with a door's gap at z = 4, and things around it. */
for (let z = -6; z <= 6; z++) {
  for (const y of [-60, -59, -58]) if (z !== 4) world.setBlock({ x: 3, y, z }, 'stone')
}
world.setBlock({ x: -3, y: -60, z: 0 }, 'oak_slab', { type: 'bottom' })
world.setBlock({ x: -5, y: -60, z: 0 }, 'oak_fence')
world.setBlock({ x: 0, y: -60, z: 8 }, 'ladder', { facing: 'north' })
world.setBlock({ x: 0, y: -60, z: -8 }, 'gravel')
world.setBlock({ x: 1, y: -60, z: -8 }, 'stone')

const ground = -60
const at = (x: number, y: number, z: number): Position => ({ x, y, z })

test.each([
  ['walk over free ground', at(0.5, ground, 0.5), at(0.78, ground, 0.5)],
  ['stand right at a wall', at(2.5, ground, 0.5), at(2.7, ground, 0.5)],
  ['slide along a wall', at(2.7, ground, 0.5), at(2.7, ground, 0.75)],
  ['go through a gap', at(2.5, ground, 4.5), at(4.5, ground, 4.5)],
  ['jump', at(0.5, ground, 0.5), at(0.5, ground + 0.42, 0.5)],
  ['step onto a slab', at(-1.7, ground, 0.5), at(-1.9, ground + 0.5, 0.5)],
  ['step up two rises at once', at(-1.6, ground, 0.5), at(-2.5, ground + 0.5, 0.5)],
  ['jump onto the ground beside a slab', at(-2.5, ground + 0.5, 0.5), at(-1.65, ground, 0.5)],
  ['fall fast', at(0.5, ground + 8, 0.5), at(0.5, ground + 4.1, 0.5)],
  ['climb a ladder', at(0.5, ground, 7.5), at(0.5, ground + 0.12, 7.5)],
  ['come out of gravel', at(0.5, ground, -7.5), at(0.5, ground, -7.2)],
  ['sink deeper into gravel', at(0.5, ground + 0.4, -7.5), at(0.5, ground + 0.1, -7.5)],
])('mayPass() lets a player %s', (_what, from, to) => {
  player.position = from
  expect(mayPass(game, player, to)).toBe(true)
})

test.each([
  ['into a wall', at(2.5, ground, 0.5), at(3.2, ground, 0.5)],
  ['through a wall', at(2.5, ground, 0.5), at(5.5, ground, 0.5)],
  ['through a wall on a slant', at(2.5, ground, 0.5), at(5.5, ground, 2.5)],
  ['into the ground', at(0.5, ground, 0.5), at(0.5, ground - 1, 0.5)],
  ['over a fence without a jump', at(-3.5, ground + 0.5, 0.5), at(-5.5, ground + 0.5, 0.5)],
  ['onto a fence that is higher than a jump', at(-3.6, ground, 0.5), at(-4.9, ground + 1, 0.5)],
  ['out of gravel into stone', at(0.5, ground, -7.5), at(0.9, ground, -7.5)],
])('mayPass() lets no player %s', (_what, from, to) => {
  player.position = from
  expect(mayPass(game, player, to)).toBe(false)
})
