import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepOffFaces } from '../../../src/body/travel/keep-off-faces.ts'

const HALF_WIDTH = 0.3

test('keepOffFaces() leaves no body inside the block that its side touches, on any side', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), fc.boolean(), (face, isEast) => {
      const side = isEast ? -HALF_WIDTH : HALF_WIDTH
      const body = { x: face + side, z: face + side }
      keepOffFaces(body)
      for (const middle of [body.x, body.z]) {
        if (isEast) expect(middle + HALF_WIDTH).toBeLessThanOrEqual(face)
        else expect(middle - HALF_WIDTH).toBeGreaterThanOrEqual(face)
        expect(middle).toBeCloseTo(face + side, 8)
      }
    }),
    { numRuns: 2000 },
  )
})

test('keepOffFaces() holds for the place at which a bot stuck in a wall', () => {
  expect(2.3 - HALF_WIDTH).toBeLessThan(2)
  const body = { x: 2.3, z: -11.494207340107256 }
  keepOffFaces(body)
  expect(body.x - HALF_WIDTH).toBeGreaterThanOrEqual(2)
  expect(body.z).toBe(-11.494207340107256)
})
