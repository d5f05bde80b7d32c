import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { burnTicks } from '../core/fuel-table.ts'
import type { Grounds } from '../core/grounds.ts'
import { isKnowHow } from '../core/know-how.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { sameClaim } from './same-claim.ts'
import { trialOf } from './standing.ts'

/** What an agent sets against the claims of others. */
export interface Judgement {
  readonly beliefs: readonly Belief[]
  readonly knowledge: Knowledge
  /** Whether it holds all recipes that there are, so that any other is false. */
  readonly knowsAll: boolean
}

/** What is set against a claim. */
export interface Counter {
  /** What the agent holds instead; null where it only knows that the claim is false. */
  readonly truth: Claim | null
}

/**
 * What the agent holds against the claim, if it has better grounds: its own eyes over everything, the full book over all
 * but eyes, what it was told over what is merely assumed. Null where it agrees, does not know, or knows no better.
 */
export function counterClaim(claim: Claim, basis: Grounds['basis'], judgement: Judgement): Counter | null {
  if (isDisproved(claim, judgement))
    return GRADE.seen > GRADE[basis] ? { truth: otherTruth(claim, judgement) } : null
  const truth = ownClaim(claim, judgement)
  if (truth === null) return isOutsideTheBook(claim, judgement) && FULL_BOOK > GRADE[basis] ? { truth } : null
  if (sameClaim(truth, claim)) return null
  return gradeOf(truth, judgement) > GRADE[basis] ? { truth } : null
}

/** Whether the agent has seen for itself that the claim is false. */
function isDisproved(claim: Claim, { beliefs }: Judgement): boolean {
  return (
    isKnowHow(claim) &&
    beliefs.some(
      (belief) =>
        belief.status === 'refuted' &&
        belief.claim !== null &&
        sameClaim(belief.claim, claim) &&
        trialOf(belief) === 'disproved',
    )
  )
}

/** What the agent holds about the subject, where that is something else. */
function otherTruth(claim: Claim, judgement: Judgement): Claim | null {
  const truth = ownClaim(claim, judgement)
  return truth === null || sameClaim(truth, claim) ? null : truth
}

/** Who has the full book knows that what it does not say of making and burning things is not so. */
function isOutsideTheBook(claim: Claim, { knowsAll }: Judgement): boolean {
  if (claim.type === 'fuel') return knowsAll && burnTicks(claim.item) === null
  return knowsAll && (claim.type === 'recipe' || claim.type === 'smelting')
}

/** What the agent itself holds about the claim's subject; null where that does not contradict it or nothing is held. */
function ownClaim(claim: Claim, { knowledge, knowsAll, beliefs }: Judgement): Claim | null {
  switch (claim.type) {
    case 'tool':
      return knowledge.toolFor(claim.block)
    case 'drop':
      return knowledge.dropsOf(claim.block)
    case 'depth':
      return knowledge.depthOf(claim.block)
    case 'fuel':
      return knowledge.fuels().find(({ item }) => item === claim.item) ?? null
    case 'smelting':
      return other(claim, knowledge.smeltingsFor(claim.item), knowsAll)
    case 'recipe':
      return other(claim, knowledge.recipesFor(claim.item), knowsAll)
    case 'mob-drop':
      return null
    default:
      return beliefAbout(claim, beliefs)
  }
}

/** A thing can be made in many ways: another way contradicts only for who knows all of them, or where the subject is the same. */
function other(claim: Claim, own: readonly Claim[], knowsAll: boolean): Claim | null {
  const same = own.find((known) => claimKey(known) === claimKey(claim))
  if (same !== undefined) return same
  return knowsAll ? (own[0] ?? null) : null
}

function beliefAbout(claim: Claim, beliefs: readonly Belief[]): Claim | null {
  const key = claimKey(claim)
  const held = beliefs.find(
    ({ status, claim: known }) => status === 'held' && known !== null && claimKey(known) === key,
  )
  return held?.claim ?? null
}

function gradeOf(truth: Claim, { beliefs, knowsAll }: Judgement): number {
  const held = beliefs.find(
    ({ status, claim }) => status === 'held' && claim !== null && sameClaim(claim, truth),
  )
  if (held === undefined || held.source.type === 'innate') return knowsAll ? FULL_BOOK : GRADE.innate
  if (held.source.type === 'told') return 1.5
  return GRADE[held.source.type]
}

/** How much grounds count for. */
const GRADE: Readonly<Record<Grounds['basis'], number>> = { seen: 3, innate: 1, inferred: 0.5, unknown: 0 }
const FULL_BOOK = 2
