import type { Belief, BeliefDraft } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { BeliefLedger, type Occasion } from './belief-ledger.ts'
import { evidenceOf, withEvidence } from './evidence-list.ts'
import { reliability, trackRecords } from './reliability.ts'
import { REVISION_RULES, type RevisionContext, type RevisionRules } from './revision-rules.ts'
import { settle } from './settle.ts'
import { freshness, freshWeight, isFleeting } from './staleness.ts'

/**
 * Takes new beliefs up into the old ones (README.md, section Revision). Drafts become evidence first; then every subject
 * that they touch is decided anew by all its evidence, so that of drafts that come together the order does not matter.
 * A draft with confidence 0 says that its claim was seen to be false, without anything to put in its place.
 *
 * @param beliefs what is believed so far: held, refuted and open, oldest first
 * @returns the beliefs that are new or changed, each once
 */
export function revise(
  beliefs: readonly Belief[],
  drafts: readonly BeliefDraft[],
  occasion: Occasion,
  rules: RevisionRules = REVISION_RULES,
): readonly Belief[] {
  const ledger = new BeliefLedger(beliefs, occasion)
  const admitted = drafts.filter((draft) => rules.admission.every((rule) => rule(draft, occasion) === null))
  if (admitted.length === 0) return []
  const touched = new Set(admitted.flatMap((draft) => take(ledger, draft) ?? []))
  const records = trackRecords(ledger.all())
  const context: RevisionContext = {
    ...occasion,
    reliabilityOf: (partner) => reliability(records.get(partner)),
  }
  for (const key of [...touched, ...toldByTheReassessed(beliefs, ledger, records)]) {
    settle(ledger, key, rules, context)
  }
  return ledger.changed()
}

/** @returns the subject to decide anew; null when there is nothing to decide */
function take(ledger: BeliefLedger, draft: BeliefDraft): string | null {
  const { claim } = draft
  if (claim === null) {
    takeSentence(ledger, draft)
    return null
  }
  if (isFleeting(claim)) {
    takeFleeting(ledger, draft, claim)
    return null
  }
  const evidence = evidenceOf(draft, ledger.occasion.tick)
  const known = ledger.find(claim)
  if (known === undefined) add(ledger, draft, claim)
  else if (!isOldNews(ledger.before(known), draft)) {
    ledger.set({ ...known, evidence: withEvidence(known.evidence, evidence) })
  }
  return claimKey(claim)
}

/** Begins as open, so that being decided counts as a change. */
function add(ledger: BeliefLedger, draft: BeliefDraft, claim: Claim): void {
  const { tick } = ledger.occasion
  const evidence = withEvidence(ledger.birthEvidence(claim), evidenceOf(draft, tick))
  const { kind, source, confidence } = draft
  ledger.add({
    kind,
    sentence: claimSentence(claim),
    claim,
    source,
    tick,
    confidence,
    status: 'open',
    evidence,
  })
}

/** The same word of the same witness for what is held anyway, or against what is given up, changes nothing. */
function isOldNews(known: Belief | undefined, draft: BeliefDraft): boolean {
  const { supports, source } = evidenceOf(draft, 0)
  if (known?.status !== (supports ? 'held' : 'refuted')) return false
  return known.evidence.some(
    (one) =>
      one.supports === supports && JSON.stringify(origin(one.source)) === JSON.stringify(origin(source)),
  )
}

/** A word that is said again arrives in another message. */
function origin(source: BeliefDraft['source']): BeliefDraft['source'] {
  return source.type === 'told' ? { ...source, message: '' } : source
}

function takeSentence(
  ledger: BeliefLedger,
  { kind, sentence, claim, source, confidence }: BeliefDraft,
): void {
  const isKnown = ledger.about(null).some((belief) => belief.kind === kind && belief.sentence === sentence)
  const { tick } = ledger.occasion
  if (!isKnown) ledger.add({ kind, sentence, claim, source, tick, confidence, status: 'held', evidence: [] })
}

/** What passes as the world does is kept once per subject: the newer word replaces the older, unless that is weightier still. */
function takeFleeting(ledger: BeliefLedger, draft: BeliefDraft, claim: Claim): void {
  const { tick } = ledger.occasion
  const [known] = ledger.about(claimKey(claim))
  const { kind, source, confidence } = draft
  const evidence = evidenceOf(draft, tick)
  const status = evidence.supports ? 'held' : 'refuted'
  const taken = { kind, sentence: claimSentence(claim), claim, source, tick, confidence, status } as const
  if (known === undefined) {
    const birth = ledger.birthEvidence(claim)
    if (evidence.supports || birth.length > 0)
      ledger.add({ ...taken, evidence: withEvidence(birth, evidence) })
    return
  }
  if (!evidence.supports && known.claim !== null && !isSameText(known.claim, claim)) return
  const left = freshWeight(known) * freshness(claim, tick - known.tick)
  if (freshWeight(draft) < left || isRepeated(known, draft, tick)) return
  const history = isSameText(known.claim, claim) ? known.evidence : []
  ledger.set({ ...known, ...taken, evidence: withEvidence(history, evidence) })
}

function isSameText(first: Claim | null, second: Claim): boolean {
  return JSON.stringify(first) === JSON.stringify(second)
}

/** Seen again too soon to be worth a note. */
function isRepeated(known: Belief, { claim, source, confidence }: BeliefDraft, tick: number): boolean {
  if (claim === null || !isSameText(known.claim, claim)) return false
  const says = confidence > 0 ? 'held' : 'refuted'
  return (
    known.status === says && source.type === known.source.type && freshness(claim, tick - known.tick) > FRESH
  )
}

const FRESH = 0.9

/** Subjects that rest on the word of someone whose track record has just changed. */
function toldByTheReassessed(
  beliefs: readonly Belief[],
  ledger: BeliefLedger,
  now: ReturnType<typeof trackRecords>,
): readonly string[] {
  const before = trackRecords(beliefs)
  const changed = new Set(
    [...now].flatMap(([partner, record]) =>
      reliability(record) === reliability(before.get(partner)) ? [] : [partner],
    ),
  )
  if (changed.size === 0) return []
  const keys = ledger
    .all()
    .filter(({ claim }) => claim !== null && !isFleeting(claim))
    .filter(({ evidence }) => evidence.some(({ source }) => source.type === 'told' && changed.has(source.by)))
  return keys.flatMap(({ claim }) => (claim === null ? [] : [claimKey(claim)]))
}
