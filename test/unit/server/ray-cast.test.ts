import { describe, expect, test } from 'vitest'
import { castRay, lookVector } from '../../../server/rules/ray-cast.ts'
import type { Position } from '../../../src/core/position.ts'

const full = [[0, 0, 0, 1, 1, 1]]
const eyes = { x: 0.5, y: 1.62, z: 0.5 }

/** The world holds one block. */
function blockOnly(block: Position, boxes: readonly (readonly number[])[] = full) {
  return ({ x, y, z }: Position) => (x === block.x && y === block.y && z === block.z ? boxes : [])
}

describe('castRay()', () => {
  test.each([
    [0, 0, { x: 0, y: 1, z: 3 }, 'north'],
    [180, 0, { x: 0, y: 1, z: -3 }, 'south'],
    [90, 0, { x: -3, y: 1, z: 0 }, 'east'],
    [-90, 0, { x: 3, y: 1, z: 0 }, 'west'],
    [0, 90, { x: 0, y: -1, z: 0 }, 'up'],
    [0, -90, { x: 0, y: 4, z: 0 }, 'down'],
  ] as const)('a look of yaw %i, pitch %i meets a block at its near side', (yaw, pitch, block, face) => {
    const ray = { from: eyes, direction: lookVector(yaw, pitch), reach: 4.5 }
    expect(castRay(ray, blockOnly(block))).toEqual({ position: block, face })
  })

  test('it meets nothing beyond its reach', () => {
    const ray = { from: eyes, direction: lookVector(0, 0), reach: 4.5 }
    expect(castRay(ray, blockOnly({ x: 0, y: 1, z: 4 }))?.face).toBe('north')
    expect(castRay(ray, blockOnly({ x: 0, y: 1, z: 6 }))).toBeNull()
    expect(castRay(ray, blockOnly({ x: 1, y: 1, z: 2 }))).toBeNull()
  })

  test('it passes over a slab and meets the nearer one of two boxes', () => {
    const ray = { from: eyes, direction: lookVector(0, 0), reach: 4.5 }
    const block = { x: 0, y: 1, z: 2 }
    expect(castRay(ray, blockOnly(block, [[0, 0, 0, 1, 0.5, 1]]))).toBeNull()
    const boxes = [
      [0, 0.5, 0.5, 1, 1, 1],
      [0, 0, 0, 1, 0.5, 1],
    ]
    expect(castRay(ray, blockOnly(block, boxes))).toEqual({ position: block, face: 'north' })
  })

  test('from inside a box it meets that box where it came from', () => {
    const ray = { from: eyes, direction: lookVector(0, 0), reach: 4.5 }
    expect(castRay(ray, () => full)).toEqual({ position: { x: 0, y: 1, z: 0 }, face: 'north' })
  })
})
