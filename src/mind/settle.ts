import type { Belief } from '../core/belief.ts'
import type { BeliefLedger } from './belief-ledger.ts'
import { withEvidence } from './evidence-list.ts'
import type { RevisionContext, RevisionRules } from './revision-rules.ts'
import { claimText } from './same-claim.ts'
import { type Standing, standingOf, strengthOf } from './standing.ts'

/**
 * Decides between all claims about one subject by their evidence. What the world disproved is refuted; of the rest the
 * best is held, what is as good stays open, and what is worse is refuted, with a note of what outweighed it.
 */
export function settle(
  ledger: BeliefLedger,
  key: string,
  rules: RevisionRules,
  context: RevisionContext,
): void {
  const innate = ledger.untouchedInnate(key)
  const beliefs = [...ledger.about(key), ...(innate === null ? [] : [innate])]
  const standings = beliefs.map((belief) =>
    standingOf(
      belief,
      beliefs.filter((other) => other !== belief),
      rules,
      context,
    ),
  )
  const best = leader(standings, rules)
  for (const standing of standings) {
    const status = statusOf(standing, best, rules)
    if (standing.belief !== innate) ledger.set(settled(standing, { status, best, rules, context, ledger }))
    else if (status !== 'held') {
      const { id: _, ...fresh } = settled(standing, { status, best, rules, context, ledger })
      ledger.add(fresh)
    }
  }
}

/** The one to act on; the one held so far among equals, and else the first by its words, so that chance has no say. */
function leader(standings: readonly Standing[], rules: RevisionRules): Standing | null {
  const credible = standings.filter(({ trial, isDenied }) => trial !== 'disproved' && !isDenied)
  const undefeated = credible.filter((one) => credible.every((other) => preference(one, other, rules) >= 0))
  const [best] = (undefeated.length > 0 ? undefeated : credible).toSorted(
    (a, b) =>
      Number(b.belief.status === 'held') - Number(a.belief.status === 'held') ||
      (textOf(a) < textOf(b) ? -1 : 1),
  )
  return best ?? null
}

function textOf({ belief: { claim } }: Standing): string {
  return claim === null ? '' : claimText(claim)
}

function statusOf(standing: Standing, best: Standing | null, rules: RevisionRules): Belief['status'] {
  if (standing === best) return 'held'
  if (best === null || standing.trial === 'disproved' || standing.isDenied) return 'refuted'
  return preference(best, standing, rules) > 0 ? 'refuted' : 'open'
}

function preference(first: Standing, second: Standing, { preferences }: RevisionRules): number {
  for (const prefer of preferences) {
    const difference = prefer(first, second)
    if (difference !== 0) return difference
  }
  return 0
}

interface Decision {
  readonly status: Belief['status']
  readonly best: Standing | null
  readonly rules: RevisionRules
  readonly context: RevisionContext
  readonly ledger: BeliefLedger
}

function settled(standing: Standing, decision: Decision): Belief {
  const { status, best, ledger } = decision
  const { belief } = standing
  const { tick } = ledger.occasion
  const outweighed = status === 'refuted' && standing.trial !== 'disproved' && best !== null
  return {
    ...belief,
    source: standing.best?.source ?? belief.source,
    status,
    confidence: status === 'refuted' ? 0 : confidenceOf(standing, decision),
    tick: status === belief.status ? belief.tick : tick,
    evidence: outweighed ? noteDefeat(belief, best.belief, tick) : belief.evidence,
  }
}

/** What was shown adds to what was said; without the world it is trust alone. */
function confidenceOf({ belief, trust, trial }: Standing, { rules, context }: Decision): number {
  const seen = belief.evidence.filter(({ supports, source }) => supports && source.type === 'seen')
  const doubt = trial === 'shown' ? 1 : 1 - trust
  const left = seen.reduce(
    (rest, one) => rest * (1 - one.confidence * strengthOf(one, rules, context)),
    doubt,
  )
  return Math.round((1 - left) * 1000) / 1000
}

/** Names the winner, once; such notes are for readers and weigh nothing. */
function noteDefeat(belief: Belief, winner: Belief, tick: number): Belief['evidence'] {
  const from = winner.id === '' ? [] : [winner.id]
  const isNoted = belief.evidence.some(
    ({ supports, source, sentence }) =>
      !supports && source.type === 'inferred' && sentence === winner.sentence,
  )
  if (isNoted && belief.status === 'refuted') return belief.evidence
  const { sentence } = winner
  return withEvidence(belief.evidence, {
    supports: false,
    sentence,
    source: { type: 'inferred', from },
    tick,
    confidence: 0,
  })
}
