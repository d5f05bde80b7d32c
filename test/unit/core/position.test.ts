import { expect, test } from 'vitest'
import { blockPosition, distanceBetween, formatPosition } from '../../../src/core/position.ts'

test('distanceBetween() is the straight line', () => {
  expect(distanceBetween({ x: 1, y: 2, z: 3 }, { x: 3, y: 5, z: 9 })).toBe(7)
})

test('blockPosition() is the corner towards negative infinity', () => {
  expect(blockPosition({ x: 1.9, y: 64, z: -0.1 })).toEqual({ x: 1, y: 64, z: -1 })
})

test('formatPosition() rounds to a tenth of a block', () => {
  expect(formatPosition({ x: 1.26, y: 64, z: -0.449 })).toBe('(1.3, 64, -0.4)')
})
