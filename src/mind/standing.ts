import type { Belief, Evidence } from '../core/belief.ts'
import { EQUAL_TRUST, type RevisionContext, type RevisionRules } from './revision-rules.ts'

/** How a claim stands by its evidence alone. */
export interface Standing {
  readonly belief: Belief
  /** What came of it in the world. */
  readonly trial: 'shown' | 'untested' | 'disproved'
  /** When the world last showed it to be true; -1 for never. */
  readonly shownAt: number
  /** How far it is to be believed without the world's word, 0 to 1. */
  readonly trust: number
  /** Whether those who say that it is not so outweigh all who say that it is; what the world showed is not denied. */
  readonly isDenied: boolean
  /** The one that speaks for it most strongly; null when nothing does. */
  readonly best: Evidence | null
}

/** @param rivals beliefs that contradict it, for words that their speaker has taken back */
export function standingOf(
  belief: Belief,
  rivals: readonly Belief[],
  rules: Pick<RevisionRules, 'factors'>,
  context: RevisionContext,
): Standing {
  const shownAt = lastSeen(belief, true)
  const trial = trialOf(belief)
  const spoken = belief.evidence.filter(
    (evidence) => evidence.source.type !== 'seen' && !isTakenBack(evidence, belief, rivals),
  )
  const weighed = spoken.map((evidence) => ({ evidence, strength: strengthOf(evidence, rules, context) }))
  const denying = weighed.filter(({ evidence }) => !evidence.supports && evidence.source.type === 'told')
  const support = weighed.filter(({ evidence }) => evidence.supports)
  const [denial, trust] = [together(denying), together(support)]
  return {
    belief,
    trial,
    shownAt,
    trust: (1 - denial) * trust,
    isDenied: trial === 'untested' && denial > trust + EQUAL_TRUST,
    best:
      belief.evidence.find(({ supports, source }) => supports && source.type === 'seen') ??
      support.toSorted((a, b) => b.strength - a.strength)[0]?.evidence ??
      null,
  }
}

/** What several witnesses are worth: one minus the chance that all of them are wrong. */
function together(witnesses: readonly { readonly strength: number }[]): number {
  return 1 - witnesses.reduce((left, { strength }) => left * (1 - strength), 1)
}

/** Which way the world's last word went; where it spoke both ways at once, it did work. */
export function trialOf(belief: Belief): Standing['trial'] {
  const [shown, disproved] = [lastSeen(belief, true), lastSeen(belief, false)]
  if (shown < 0 && disproved < 0) return 'untested'
  return shown >= disproved ? 'shown' : 'disproved'
}

export function strengthOf(
  evidence: Evidence,
  { factors }: Pick<RevisionRules, 'factors'>,
  context: RevisionContext,
): number {
  return factors.reduce((strength, factor) => strength * factor(evidence, context), 1)
}

function lastSeen({ evidence }: Belief, supports: boolean): number {
  return evidence
    .filter((one) => one.source.type === 'seen' && one.supports === supports)
    .reduce((latest, { tick }) => Math.max(latest, tick), -1)
}

/** Who has since said otherwise does not stand for its earlier word. */
function isTakenBack(
  { source, tick, supports }: Evidence,
  belief: Belief,
  rivals: readonly Belief[],
): boolean {
  if (source.type !== 'told') return false
  const isLaterWord = (other: Evidence) =>
    other.source.type === 'told' && other.source.by === source.by && other.tick > tick
  if (belief.evidence.some((other) => other.supports !== supports && isLaterWord(other))) return true
  return (
    supports && rivals.some(({ evidence }) => evidence.some((other) => other.supports && isLaterWord(other)))
  )
}
