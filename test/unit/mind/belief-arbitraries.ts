import fc from 'fast-check'
import type { Belief, BeliefDraft, BeliefSource } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import { revise } from '../../../src/mind/revise.ts'

const tools = fc.uniqueArray(fc.constantFrom('shears', 'iron_shovel', 'golden_hoe'), { maxLength: 2 })

/** Few subjects and few values, so that agreement and contradiction are frequent. */
export const claimArbitrary: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({ type: fc.constant('tool' as const), block: fc.constantFrom('cobweb', 'snow'), tools }),
  fc.record({
    type: fc.constant('drop' as const),
    block: fc.constantFrom('cobweb', 'snow'),
    items: fc.uniqueArray(fc.constantFrom('string', 'snowball', 'ice'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('depth' as const),
    block: fc.constantFrom('coal_ore', 'gold_ore'),
    lowest: fc.constantFrom(-64, 0),
    highest: fc.constantFrom(32, 128),
    best: fc.constantFrom(16, 32),
  }),
  fc.record({
    type: fc.constant('place' as const),
    what: fc.constantFrom('chest', 'barrel'),
    position: fc.constant({ x: 1, y: 2, z: 3 }),
  }),
)

const sourceArbitrary: fc.Arbitrary<BeliefSource> = fc.oneof(
  fc.record({ type: fc.constant('seen' as const) }),
  fc.record({
    type: fc.constant('told' as const),
    by: fc.constantFrom('Ben', 'Cleo'),
    message: fc.constantFrom('m', 'n'),
  }),
  fc.record({
    type: fc.constant('told' as const),
    by: fc.constantFrom('Ben', 'Cleo'),
    message: fc.constantFrom('m', 'n'),
    grounds: fc.record({
      basis: fc.constantFrom('seen' as const, 'innate' as const),
      path: fc.constantFrom<string[]>(['Ben'], ['Cleo'], ['Dan', 'Ben'], ['Dan', 'Cleo']),
    }),
  }),
  fc.record({ type: fc.constant('inferred' as const), from: fc.constant<string[]>([]) }),
)

export const draftArbitrary: fc.Arbitrary<BeliefDraft> = fc
  .record({
    claim: claimArbitrary,
    source: sourceArbitrary,
    confidence: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  .map(({ claim, source, confidence }) => ({
    kind: 'task' as const,
    sentence: claimSentence(claim),
    claim,
    source,
    confidence,
  }))

/** What the world shows: a draft seen to be true or false. */
export const sightArbitrary: fc.Arbitrary<BeliefDraft> = fc
  .record({ claim: claimArbitrary, confidence: fc.constantFrom(0, 0.9) })
  .map(({ claim, confidence }) => draftOf(claim, { type: 'seen' }, confidence))

export function draftOf(claim: Claim, source: BeliefSource, confidence = 0.8): BeliefDraft {
  return { kind: 'task', sentence: claimSentence(claim), claim, source, confidence }
}

export function merged(beliefs: readonly Belief[], changed: readonly Belief[]): readonly Belief[] {
  return [...new Map([...beliefs, ...changed].map((belief) => [belief.id, belief])).values()]
}

/** Revises draft by draft, a tick apart, as steps do. */
export function lifeOf(drafts: readonly BeliefDraft[], innate: readonly Claim[] = []): readonly Belief[] {
  return drafts.reduce<readonly Belief[]>(
    (beliefs, draft, tick) => merged(beliefs, revise(beliefs, [draft], { tick, agent: 'Ada', innate })),
    [],
  )
}
