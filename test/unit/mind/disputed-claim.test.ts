import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { disputedClaim } from '../../../src/mind/disputed-claim.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

const tool = (...tools: string[]): Claim => ({ type: 'tool', block: 'stone', tools })
const place: Claim = { type: 'place', what: 'stone', position: { x: 1, y: 2, z: 3 } }

test('disputedClaim() is the first about how the world works that is not held: not known, or given up since', () => {
  const innate = [tool('wooden_pickaxe', 'stone_pickaxe')]
  const same = tool('stone_pickaxe', 'wooden_pickaxe')
  expect(disputedClaim([same, place], [], innate)).toBeNull()
  expect(disputedClaim([tool(), same], [], innate)).toEqual(tool())
  expect(disputedClaim([tool()], [exampleBelief({ claim: tool() })], innate)).toBeNull()
  expect(disputedClaim([tool()], [exampleBelief({ claim: tool(), status: 'open' })], innate)).toEqual(tool())
  expect(disputedClaim([same], [exampleBelief({ claim: same, status: 'refuted' })], innate)).toEqual(same)
})
