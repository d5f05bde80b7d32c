import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Belief, BeliefDraft, BeliefSource } from '../../../src/core/belief.ts'
import { type Claim, claimKey } from '../../../src/core/claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { revise } from '../../../src/mind/revise.ts'
import { sameClaim } from '../../../src/mind/same-claim.ts'
import { claimArbitrary, draftArbitrary, draftOf, merged } from './belief-arbitraries.ts'

const byHand: Claim = { type: 'tool', block: 'cobweb', tools: [] }
const byShears: Claim = { type: 'tool', block: 'cobweb', tools: ['shears'] }
const seen: BeliefSource = { type: 'seen' }
const told: BeliefSource = { type: 'told', by: 'Ben', message: 'm1' }

/** Revises draft by draft, a tick apart, as steps do. */
function lifeOf(drafts: readonly BeliefDraft[], innate: readonly Claim[] = []): readonly Belief[] {
  return drafts.reduce<readonly Belief[]>(
    (beliefs, draft, tick) => merged(beliefs, revise(beliefs, [draft], { tick, agent: 'Ada', innate })),
    [],
  )
}

test('revise() holds at most one belief per subject', () => {
  fc.assert(
    fc.property(fc.array(draftArbitrary, { maxLength: 12 }), (drafts) => {
      const held = lifeOf(drafts).filter((belief) => belief.status === 'held')
      const keys = held.map((belief) => belief.claim && claimKey(belief.claim))
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('revise() ends with what was seen last, whatever was told or thought before and after', () => {
  fc.assert(
    fc.property(
      fc.array(draftArbitrary, { maxLength: 6 }),
      claimArbitrary,
      fc.array(draftArbitrary, { maxLength: 6 }),
      (before, claim, after) => {
        const hearsay = after.filter((draft) => draft.source.type !== 'seen')
        fc.pre(claim.type !== 'place')
        const beliefs = lifeOf([...before, draftOf(claim, seen), ...hearsay])
        const held = beliefs.find(
          (belief) => belief.status === 'held' && belief.claim && claimKey(belief.claim) === claimKey(claim),
        )
        expect(held?.claim && sameClaim(held.claim, claim)).toBe(true)
      },
    ),
  )
})

test('revise() loses nothing: every claim about how the world works is held or refuted with evidence against it', () => {
  fc.assert(
    fc.property(fc.array(draftArbitrary, { maxLength: 10 }), (drafts) => {
      const beliefs = lifeOf(drafts)
      for (const { claim } of drafts) {
        if (claim === null || claim.type === 'place') continue
        const kept = beliefs.filter((belief) => belief.claim !== null && sameClaim(belief.claim, claim))
        expect(kept).toHaveLength(1)
        const [belief] = kept
        if (belief?.status === 'refuted') expect(belief.evidence.join()).toContain('Against: ')
      }
    }),
  )
})

test('revise() gives the same for the same, and never a second belief with an id', () => {
  fc.assert(
    fc.property(fc.array(draftArbitrary, { maxLength: 8 }), (drafts) => {
      const beliefs = lifeOf(drafts)
      expect(lifeOf(drafts)).toEqual(beliefs)
      const repeated = revise(beliefs, drafts.slice(-1), {
        tick: drafts.length - 1,
        agent: 'Ada',
        innate: [],
      })
      expect(repeated.every((belief) => beliefs.some(({ id }) => id === belief.id))).toBe(true)
    }),
  )
})

test('revise() lets what was told override what was always thought, and names the winner', () => {
  const [loser, winner] = lifeOf([draftOf(byShears, told)], [byHand])

  expect(loser).toMatchObject({ claim: byHand, status: 'refuted', source: { type: 'innate' } })
  expect(loser?.evidence.join()).toContain('shears')
  expect(winner).toMatchObject({ claim: byShears, status: 'held' })
})

test('revise() keeps what was seen against what is told', () => {
  const beliefs = lifeOf([draftOf(byHand, seen), draftOf(byShears, told)])

  expect(beliefs.map(({ claim, status }) => [claim, status])).toEqual([
    [byHand, 'held'],
    [byShears, 'refuted'],
  ])
})

test('revise() with a doubt takes an innate claim out of knowledge, and hearsay does not bring it back', () => {
  const doubt = { ...draftOf(byHand, seen, 0), sentence: 'The cobweb broke and nothing dropped.' }
  const beliefs = lifeOf([doubt, draftOf(byHand, told)], [byHand])

  expect(createKnowledge([byHand], []).toolFor('cobweb')).toEqual(byHand)
  expect(createKnowledge([byHand], beliefs).toolFor('cobweb')).toBeNull()
  expect(beliefs[0]?.evidence[0]).toBe('Against: The cobweb broke and nothing dropped.')
})

test('revise() grows surer with each source that says the same, and not with one that repeats itself', () => {
  const once = lifeOf([draftOf(byShears, told, 0.5)])[0]?.confidence
  const again = lifeOf([draftOf(byShears, told, 0.5), draftOf(byShears, told, 0.5)])[0]?.confidence
  const other: BeliefSource = { type: 'told', by: 'Cleo', message: 'm2' }
  const both = lifeOf([draftOf(byShears, told, 0.5), draftOf(byShears, other, 0.5)])[0]

  expect([once, again, both?.confidence]).toEqual([0.5, 0.5, 0.75])
  expect(both?.evidence).toEqual(['For: told by Cleo.'])
})

test('revise() lets the newer look at a place replace the older one without a trace', () => {
  const at = { x: 1, y: 2, z: 3 }
  const chest: Claim = { type: 'place', what: 'chest', position: at }
  const barrel: Claim = { type: 'place', what: 'barrel', position: at }
  const beliefs = lifeOf([draftOf(chest, seen), draftOf(barrel, seen)])

  expect(beliefs).toHaveLength(1)
  expect(createKnowledge([], beliefs).placesOf('barrel')).toEqual([barrel])
})
