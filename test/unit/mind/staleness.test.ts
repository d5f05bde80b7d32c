import { expect, test } from 'vitest'
import type { BeliefSource } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { currentConfidence, freshWeight, isStale } from '../../../src/mind/staleness.ts'
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

test('freshWeight() takes the word of who was promised something for whether it has got it', () => {
  const told = (by: string, state: 'open' | 'kept' | 'broken') => {
    const promise = { type: 'promise' as const, agent: 'Ben', to: 'Cid', item: 'stick', count: 2 }
    const claim: Claim = { ...promise, place: { x: 0, y: 64, z: 0 }, until: 90, by: 'hand', state }
    return freshWeight({ source: { type: 'told', by, message: 'm' }, claim })
  }
  expect(told('Cid', 'kept')).toBe(1)
  expect(told('Cid', 'broken')).toBe(1)
  expect(told('Ben', 'open')).toBe(1)
  expect(told('Cid', 'open')).toBeLessThan(1)
  expect(told('Ada', 'kept')).toBeLessThan(1)
})

test('createKnowledge() leaves out places that nobody has looked at for days', () => {
  const chest: Claim = { type: 'place', what: 'chest', position: { x: 1, y: 2, z: 3 } }
  const beliefs = lifeOf([draftOf(chest, seen)])
  expect(createKnowledge([], beliefs, 1000).placesOf('chest')).toEqual([chest])
  expect(createKnowledge([], beliefs, 100_000).placesOf('chest')).toEqual([])
})

test('freshWeight() goes by the eyes, then by who was there, then by what one thought before or concluded', () => {
  const claim: Claim = { type: 'holds', agent: 'Ben', item: 'stick', count: 3 }
  const told = (by: string): BeliefSource => ({ type: 'told', by, message: 'm' })
  const sources: readonly BeliefSource[] = [
    seen,
    told('Ben'),
    told('Cid'),
    { type: 'innate' },
    { type: 'inferred', from: [] },
  ]
  const weights = sources.map((source) => freshWeight({ source, claim }))
  expect(weights).toEqual([...new Set(weights)].sort((a, b) => b - a))
})
