import { expect, test } from 'vitest'
import { mayPass } from '../../../../server/rules/passage.ts'
import type { Position } from '../../../../src/core/position.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { joinPuppet } from '../../../support/puppet.ts'
import { quietGame } from '../../../support/quiet-game.ts'

const game = quietGame()
const { world, registry } = game
const { player } = joinPuppet({ game }, 'Ada')
const random = createRandom('passage')

type Axis = 'x' | 'y' | 'z'
type Obstacle = { readonly from: Position; readonly to: Position }

/** Space in which blocks are put at random, far above the ground. */
const SIZE = 5
const FLOOR = 0
/** Bodies are moved by so much at a time, in blocks. */
const STEP = 1 / 128
const HEIGHT = 1.8

const names = ['stone', 'oak_slab', 'oak_fence', 'snow', 'white_carpet', 'cactus'] as const

/** All places of the space. */
const places = Array.from({ length: SIZE ** 3 }, (_, number) => ({
  x: number % SIZE,
  y: FLOOR + (Math.floor(number / SIZE) % SIZE),
  z: Math.floor(number / SIZE ** 2),
}))

function putBlocks(): readonly Obstacle[] {
  for (const place of places) {
    world.setBlock(place, random.below(6) > 0 ? 'air' : (names[random.below(names.length)] ?? 'air'))
  }
  return places.flatMap((place) =>
    registry
      .collisionBoxes(world.blockStateAt(place))
      .map(([x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]) => ({
        from: { x: place.x + x0, y: place.y + y0, z: place.z + z0 },
        to: { x: place.x + x1, y: place.y + y1, z: place.z + z1 },
      })),
  )
}

/** Whether a player whose feet are there is in one of the obstacles. */
function isIn(obstacles: readonly Obstacle[], { x, y, z }: Position): boolean {
  const edge = 1e-5
  return obstacles.some(
    ({ from, to }) =>
      x - 0.3 < to.x - edge &&
      x + 0.3 > from.x + edge &&
      z - 0.3 < to.z - edge &&
      z + 0.3 > from.z + edge &&
      y < to.y - edge &&
      y + HEIGHT > from.y + edge,
  )
}

/** Where a body comes that goes along one axis after the other in tiny steps until it would get into something. */
function creep(
  obstacles: readonly Obstacle[],
  from: Position,
  way: Position,
  order: readonly Axis[],
): Position {
  const now = { ...from }
  for (const axis of order) {
    for (let rest = Math.abs(way[axis]); rest > 1e-9; rest -= STEP) {
      const next = { ...now, [axis]: now[axis] + Math.sign(way[axis]) * Math.min(STEP, rest) }
      if (isIn(obstacles, next)) break
      Object.assign(now, next)
    }
  }
  return now
}

const orders: readonly (readonly Axis[])[] = [
  ['y', 'x', 'z'],
  ['y', 'z', 'x'],
  ['x', 'z', 'y'],
  ['z', 'x', 'y'],
]

/** How far beside the target, squared, the nearest of all ways ends that a client may have taken. */
function least(obstacles: readonly Obstacle[], from: Position, to: Position): number {
  const way = { x: to.x - from.x, y: to.y - from.y, z: to.z - from.z }
  const starts = [0, 0.6].map((rise) => creep(obstacles, from, { x: 0, y: rise, z: 0 }, ['y']))
  const ends = starts.flatMap((start) => orders.map((order) => creep(obstacles, start, way, order)))
  return Math.min(...ends.map(({ x, z }) => (x - to.x) ** 2 + (z - to.z) ** 2))
}

test('mayPass() lets players go where a body comes that creeps there, and into nothing', () => {
  const verdicts = { free: 0, beside: 0, blocked: 0 }
  for (let round = 0; round < 60; round++) {
    const obstacles = putBlocks()
    for (let time = 0; time < 25; time++) {
      const place = () => 0.5 + random.float() * (SIZE - 1)
      const from = { x: place(), y: FLOOR + random.float() * 3, z: place() }
      const step = (most: number) => (random.float() - 0.5) * 2 * most
      const to = { x: from.x + step(1), y: from.y + step(0.5), z: from.z + step(1) }
      if (isIn(obstacles, from)) continue
      const beside = least(obstacles, from, to)
      // What is as near as that is judged by less than a tiny step.
      if (Math.abs(beside - 0.0625) < 0.02) continue
      const expected = !isIn(obstacles, to) && beside < 0.0625
      player.position = from
      expect(mayPass(game, player, to), JSON.stringify({ from, to })).toBe(expected)
      if (!expected) verdicts.blocked++
      else if (beside > 1e-6) verdicts.beside++
      else verdicts.free++
    }
  }
  expect(verdicts.free).toBeGreaterThan(100)
  expect(verdicts.blocked).toBeGreaterThan(100)
})
