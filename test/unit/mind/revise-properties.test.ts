import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Belief, BeliefDraft, BeliefSource } from '../../../src/core/belief.ts'
import { type Claim, claimKey } from '../../../src/core/claim.ts'
import { MOST_EVIDENCE, witnessOf } from '../../../src/mind/evidence-list.ts'
import { revise } from '../../../src/mind/revise.ts'
import { claimText, sameClaim } from '../../../src/mind/same-claim.ts'
import {
  claimArbitrary,
  draftArbitrary,
  draftOf,
  lifeOf,
  merged,
  sightArbitrary,
} from './belief-arbitraries.ts'

const byHand: Claim = { type: 'tool', block: 'cobweb', tools: [] }
const seen: BeliefSource = { type: 'seen' }

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
        expect(held?.claim && (sameClaim(held.claim, claim) || isWider(held.claim, claim))).toBe(true)
      },
    ),
  )
})

/** What was seen at some heights may be believed to occur at others, too. */
function isWider(outer: Claim, inner: Claim): boolean {
  if (outer.type !== 'depth' || inner.type !== 'depth') return false
  return outer.lowest <= inner.lowest && outer.highest >= inner.highest
}

test('revise() loses nothing: every claim about how the world works is held, open, or refuted with evidence against it', () => {
  fc.assert(
    fc.property(fc.array(draftArbitrary, { maxLength: 10 }), (drafts) => {
      const beliefs = lifeOf(drafts)
      for (const { claim } of drafts) {
        if (claim === null || claim.type === 'place') continue
        const kept = beliefs.filter((belief) => belief.claim !== null && sameClaim(belief.claim, claim))
        expect(kept).toHaveLength(1)
        const [belief] = kept
        if (belief?.status === 'refuted') expect(belief.evidence.some(({ supports }) => !supports)).toBe(true)
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

test('revise() does not care in which order drafts about how the world works come together', () => {
  const drafts = fc.array(
    fc.oneof(draftArbitrary, sightArbitrary).filter(({ claim }) => claim?.type !== 'place'),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(drafts, drafts, fc.infiniteStream(fc.nat()), (earlier, together, order) => {
      const before = lifeOf(earlier, [byHand])
      const shuffled = together
        .map((draft) => ({ draft, place: order.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ draft }) => draft)
      const stateAfter = (batch: readonly BeliefDraft[]) =>
        merged(before, revise(before, batch, { tick: 50, agent: 'Ada', innate: [byHand] }))
          .map(essence)
          .sort()
      expect(stateAfter(shuffled)).toEqual(stateAfter(together))
    }),
  )
})

test('revise() takes the same in twice as it takes it in once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(draftArbitrary, sightArbitrary), { maxLength: 8 }), (drafts) => {
      const occasion = { tick: 9, agent: 'Ada', innate: [byHand] }
      const once = merged([], revise([], drafts, occasion))
      fc.pre(drafts.every(({ claim }) => claim?.type !== 'place'))
      expect(revise(once, drafts, occasion)).toEqual([])
    }),
  )
})

test('revise() never loses evidence below its bound, and never holds what it refutes', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(draftArbitrary, sightArbitrary), { maxLength: 12 }), (drafts) => {
      const beliefs = lifeOf(drafts, [byHand])
      const claims = beliefs.map(({ claim }) => claim && claimText(claim))
      expect(new Set(claims).size).toBe(claims.length)
      for (const { claim, source, confidence } of drafts) {
        if (claim === null || claim.type === 'place') continue
        const belief = beliefs.find((one) => one.claim !== null && sameClaim(one.claim, claim))
        const witnesses = belief?.evidence.map(witnessOf)
        expect(witnesses).toContain(witnessOf({ supports: confidence > 0, source }))
        expect(belief?.evidence.length).toBeLessThanOrEqual(MOST_EVIDENCE)
      }
    }),
  )
})

test('revise() believes the eyes, whatever is told before and after', () => {
  const hearsay = fc.array(
    draftArbitrary.filter(({ source }) => source.type !== 'seen'),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(hearsay, claimArbitrary, hearsay, (before, claim, after) => {
      fc.pre(claim.type !== 'place')
      const beliefs = lifeOf([...before, draftOf(claim, seen, 0), ...after])
      const judged = beliefs.find((belief) => belief.claim !== null && sameClaim(belief.claim, claim))
      expect(judged?.status).toBe('refuted')
    }),
  )
})

test('revise() learns nothing from its own words, however many mouths they went through', () => {
  const mouths = fc.array(fc.constantFrom('Ben', 'Cleo', 'Dan'), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(draftArbitrary, { maxLength: 6 }), claimArbitrary, mouths, (drafts, claim, path) => {
      const beliefs = lifeOf(drafts)
      const by = path.at(-1) ?? 'Ben'
      const echo: BeliefSource = {
        type: 'told',
        by,
        message: 'echo',
        grounds: { basis: 'seen', path: [path[0] ?? 'Ben', 'Ada', ...path] },
      }
      expect(revise(beliefs, [draftOf(claim, echo)], { tick: 99, agent: 'Ada', innate: [] })).toEqual([])
    }),
  )
})

/** All that counts of a belief: not its number, nor the words of notes on what outweighed it. */
function essence({ claim, status, confidence, evidence }: Belief): string {
  const weighty = evidence.filter(({ supports, source }) => supports || source.type !== 'inferred')
  return JSON.stringify([claim && claimText(claim), status, confidence, weighty])
}
