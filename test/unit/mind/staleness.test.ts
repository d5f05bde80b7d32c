import { expect, test } from 'vitest'
import type { BeliefSource } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { currentConfidence, isStale } from '../../../src/mind/staleness.ts'
import { exampleBelief } from '../../support/memory-examples.ts'
import { draftOf, lifeOf } from './belief-arbitraries.ts'

const byHand: Claim = { type: 'tool', block: 'cobweb', tools: [] }
const seen: BeliefSource = { type: 'seen' }

test('currentConfidence() falls with time for what passes and for nothing else', () => {
  const belief = (claim: Claim) => exampleBelief({ claim, tick: 0, confidence: 0.8 })
  const holds: Claim = { type: 'holds', agent: 'Ben', item: 'stick', count: 3 }
  expect(currentConfidence(belief(holds), 2400)).toBeCloseTo(0.4)
  expect(isStale(belief(holds), 2400)).toBe(false)
  expect(isStale(belief(holds), 24_000)).toBe(true)
  expect(currentConfidence(belief(byHand), 1e9)).toBe(0.8)
})

test('createKnowledge() leaves out places that nobody has looked at for days', () => {
  const chest: Claim = { type: 'place', what: 'chest', position: { x: 1, y: 2, z: 3 } }
  const beliefs = lifeOf([draftOf(chest, seen)])
  expect(createKnowledge([], beliefs, 1000).placesOf('chest')).toEqual([chest])
  expect(createKnowledge([], beliefs, 100_000).placesOf('chest')).toEqual([])
})
