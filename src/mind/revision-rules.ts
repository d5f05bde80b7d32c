import type { BeliefDraft, Evidence } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { unknownGrounds } from '../core/grounds.ts'
import { isKnowHow } from '../core/know-how.ts'
import { indexOf } from './claim-index.ts'
import type { Standing } from './standing.ts'

/** Who revises beliefs, and what the rules may consult. */
export interface RevisionContext {
  readonly agent: string
  readonly innate: readonly Claim[]
  /** How far a partner's word is to be trusted, 0 to 1, by what became of its earlier words. */
  readonly reliabilityOf: (partner: string) => number
}

/** Why a draft is not taken up at all; null when it is. */
export type AdmissionRule = (
  draft: BeliefDraft,
  context: Omit<RevisionContext, 'reliabilityOf'>,
) => string | null

/** A factor, 0 to 1, by which a piece of evidence counts less. */
export type FactorRule = (evidence: Evidence, context: RevisionContext) => number

/** Above 0 when the first of two claims that contradict each other is to be believed, below when the second is; else 0. */
export type PreferenceRule = (first: Standing, second: Standing) => number

/**
 * How beliefs are revised; the README of this folder says it in words. All rules see evidence, never the order in which
 * it came, so that what arrives together may arrive in any order.
 */
export interface RevisionRules {
  /** Asked in turn; the first that has a reason turns the draft away. */
  readonly admission: readonly AdmissionRule[]
  /** Multiplied. */
  readonly factors: readonly FactorRule[]
  /** Asked in turn; the first that prefers one of two decides. Where none does, the contradiction stays open. */
  readonly preferences: readonly PreferenceRule[]
}

/** A claim that has passed through oneself before says nothing new: A told B told A. */
export const notOnesOwnWords: AdmissionRule = ({ source }, { agent }) =>
  source.type === 'told' && (source.by === agent || (source.grounds?.path ?? []).includes(agent))
    ? 'It comes from oneself.'
    : null

/** With belief revision switched off nothing changes of what was held from the start and of how the world works. */
export const nothingNew: AdmissionRule = ({ claim, source }, { innate }) =>
  claim !== null && source.type !== 'innate' && (isKnowHow(claim) || isSettledFrom(innate, claim))
    ? 'Beliefs are not revised.'
    : null

/** What a partner has and what it can spare are one question. */
function isSettledFrom(innate: readonly Claim[], claim: Claim): boolean {
  const { byKey } = indexOf(innate)
  if (byKey.has(claimKey(claim))) return true
  if (claim.type === 'spares') return byKey.has(claimKey({ ...claim, type: 'holds' }))
  return claim.type === 'holds' && byKey.has(claimKey({ ...claim, type: 'spares' }))
}

/** What one always thought or merely concluded counts half, a partner's word as much as the partner is worth. */
export const bySource: FactorRule = ({ source }, { reliabilityOf }) => {
  if (source.type === 'told') return reliabilityOf(source.by)
  return source.type === 'seen' ? 1 : OWN_CONVICTION
}

const OWN_CONVICTION = 0.5

/** What the first witness saw counts more than what it always thought, and that more than what it concluded. */
export const byGrounds: FactorRule = ({ source }) =>
  source.type === 'told' ? BASIS_FACTOR[(source.grounds ?? unknownGrounds(source.by)).basis] : 1

const BASIS_FACTOR = { seen: 1, innate: 0.9, unknown: 0.8, inferred: 0.7 } as const

/** Each mouth that a claim passes through wears it. */
export const byHands: FactorRule = ({ source }) =>
  source.type === 'told' ? HAND_FACTOR ** ((source.grounds?.path.length ?? 1) - 1) : 1

const HAND_FACTOR = 0.9

/** How sure the one sounded who said it; only a shade, since everybody sounds sure. */
export const byConfidence: FactorRule = ({ confidence }) => 0.75 + 0.25 * confidence

/** That something was seen at some heights does not speak against who says that it occurs at those and at others, too. */
export const widerRange: PreferenceRule = (first, second) =>
  Number(goesBeyond(first, second)) - Number(goesBeyond(second, first))

function goesBeyond(told: Standing, seen: Standing): boolean {
  const [outer, inner] = [told.belief.claim, seen.belief.claim]
  if (told.trial !== 'untested' || seen.trial !== 'shown') return false
  if (outer?.type !== 'depth' || inner?.type !== 'depth') return false
  const widens = outer.lowest < inner.lowest || outer.highest > inner.highest
  return widens && outer.lowest <= inner.lowest && outer.highest >= inner.highest
}

/** What the world showed outweighs what it has not been asked; what it disproved comes last. */
export const worldFirst: PreferenceRule = (first, second) => RANK[first.trial] - RANK[second.trial]

const RANK = { shown: 2, untested: 1, disproved: 0 } as const

/** Of two things that the world showed, the later one. */
export const newerWorld: PreferenceRule = (first, second) =>
  first.trial === 'shown' && second.trial === 'shown' ? first.shownAt - second.shownAt : 0

/** Of two claims that were never tried, the one that more and better witnesses stand for. */
export const moreTrust: PreferenceRule = (first, second) => {
  const difference = first.trust - second.trust
  return Math.abs(difference) < EQUAL_TRUST ? 0 : difference
}

/** Trust that differs by less decides nothing. */
export const EQUAL_TRUST = 0.05

export const REVISION_RULES: RevisionRules = {
  admission: [notOnesOwnWords],
  factors: [bySource, byGrounds, byHands, byConfidence],
  preferences: [widerRange, worldFirst, newerWorld, moreTrust],
}

export const NO_REVISION: RevisionRules = {
  ...REVISION_RULES,
  admission: [...REVISION_RULES.admission, nothingNew],
}
