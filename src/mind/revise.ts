import type { Belief, BeliefDraft, BeliefSource } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { indexOf } from './claim-index.ts'
import { sameClaim } from './same-claim.ts'

/** When the beliefs are revised, who holds them, and what it knows from the start. */
export interface Occasion {
  readonly tick: number
  readonly agent: string
  readonly innate: readonly Claim[]
  /** How many beliefs it ever had, forgotten ones included; as many as are given without it. */
  readonly issued?: number
}

/**
 * How strongly a source speaks. What the world showed outweighs what one was told; being told outweighs what one always
 * thought and what one merely concluded. Among equals the newer one wins, except that hearsay never replaces hearsay of
 * higher confidence.
 */
const WEIGHT: Readonly<Record<BeliefSource['type'], number>> = { seen: 3, told: 2, innate: 1, inferred: 1 }

/** Beliefs that pass on as the world does: a newer one replaces an older one without a trace. */
const FLEETING: readonly Claim['type'][] = [
  'place',
  'holds',
  'doing',
  'needs',
  'at',
  'spares',
  'promise',
  'part',
]

/**
 * Takes new beliefs up into the old ones. Same claim: the belief grows stronger and its evidence longer. Contradiction:
 * the heavier side is held and the other is kept as refuted, with evidence that names the winner; this holds for innate
 * claims too. A draft with confidence 0 says that its claim was seen to be false, without anything to put in its place.
 *
 * @param beliefs what is believed so far, held and refuted, oldest first
 * @returns the beliefs that are new or changed, each once, in the order of their first change
 */
export function revise(
  beliefs: readonly Belief[],
  drafts: readonly BeliefDraft[],
  occasion: Occasion,
): readonly Belief[] {
  const ledger = new Ledger(beliefs, occasion)
  for (const draft of drafts) {
    if (draft.claim !== null && draft.confidence === 0) takeDoubt(ledger, draft, draft.claim)
    else takeDraft(ledger, draft)
  }
  return ledger.changed()
}

/** The beliefs while they are being revised. */
class Ledger {
  readonly occasion: Occasion
  readonly #current: Map<string, Belief>
  readonly #byKey = new Map<string, string[]>()
  readonly #changed = new Map<string, Belief>()
  #issued: number

  constructor(beliefs: readonly Belief[], occasion: Occasion) {
    this.occasion = occasion
    this.#issued = occasion.issued ?? beliefs.length
    this.#current = new Map(beliefs.map((belief) => [belief.id, belief]))
    for (const belief of beliefs) this.#file(belief)
  }

  /** All beliefs about the claim's subject, or all without a claim. */
  about(claim: Claim | null): readonly Belief[] {
    const ids = this.#byKey.get(claim === null ? '' : claimKey(claim)) ?? []
    return ids.flatMap((id) => this.#current.get(id) ?? [])
  }

  innateClaim(key: string): Claim | null {
    return indexOf(this.occasion.innate).byKey.get(key) ?? null
  }

  /** Ids count all beliefs that the agent ever had, so that none is given twice. */
  nextId(): string {
    return `${this.occasion.agent}-belief-${this.#issued + 1}`
  }

  set(belief: Belief): void {
    if (!this.#current.has(belief.id)) {
      this.#file(belief)
      this.#issued++
    }
    this.#current.set(belief.id, belief)
    this.#changed.set(belief.id, belief)
  }

  changed(): readonly Belief[] {
    return [...this.#changed.values()]
  }

  #file({ id, claim }: Belief): void {
    const key = claim === null ? '' : claimKey(claim)
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), id])
  }
}

function takeDraft(ledger: Ledger, draft: BeliefDraft): void {
  const { claim } = draft
  const same = ledger.about(claim).find((belief) => saysTheSame(belief, draft))
  if (claim === null) {
    if (same === undefined) add(ledger, draft, 'held', [])
    return
  }
  const rival = findRival(ledger, claim)
  if (rival === null) hold(ledger, draft, same)
  else if (outweighs(draft, rival)) replace(ledger, draft, same, rival)
  else noteDefeat(ledger, draft, same, rival)
}

function takeDoubt(ledger: Ledger, draft: BeliefDraft, claim: Claim): void {
  const same = ledger.about(claim).find((belief) => saysTheSame(belief, draft))
  const evidence = `Against: ${draft.sentence}`
  if (same !== undefined) {
    if (same.status === 'held') refute(ledger, same, draft.sentence)
    else noteEvidence(ledger, same, evidence)
    return
  }
  const innate = ledger.innateClaim(claimKey(claim))
  const source: BeliefSource = innate !== null && sameClaim(innate, claim) ? { type: 'innate' } : draft.source
  add(ledger, { ...draft, sentence: claimSentence(claim), source }, 'refuted', [evidence])
}

/** The held belief that contradicts the claim: a learned one, or else the innate one. */
function findRival(ledger: Ledger, claim: Claim): Belief | null {
  const key = claimKey(claim)
  const held = ledger.about(claim).find((belief) => belief.status === 'held')
  if (held?.claim) return sameClaim(held.claim, claim) ? null : held
  const innate = ledger.innateClaim(key)
  if (innate === null || sameClaim(innate, claim)) return null
  const refuted = ledger
    .about(claim)
    .some((belief) => belief.claim !== null && sameClaim(belief.claim, innate))
  return refuted ? null : innateBelief(innate)
}

function innateBelief(claim: Claim): Belief {
  return {
    id: '',
    kind: 'task',
    sentence: claimSentence(claim),
    claim,
    source: { type: 'innate' },
    tick: 0,
    confidence: 1,
    status: 'held',
    evidence: [],
  }
}

/**
 * A claim that the world refuted is not believed again on hearsay; anything else that nothing speaks against is held.
 */
function hold(ledger: Ledger, draft: BeliefDraft, same: Belief | undefined): void {
  if (same === undefined) add(ledger, draft, 'held', [])
  else if (same.status === 'held') strengthen(ledger, same, draft)
  else if (draft.source.type === 'seen') revive(ledger, same, draft)
  else noteEvidence(ledger, same, `For, but not enough: ${describeSource(draft.source)}.`)
}

function replace(ledger: Ledger, draft: BeliefDraft, same: Belief | undefined, rival: Belief): void {
  if (draft.claim !== null && FLEETING.includes(draft.claim.type) && rival.id !== '') {
    ledger.set({ ...rival, ...draft, tick: ledger.occasion.tick })
    return
  }
  if (same !== undefined && same.status === 'refuted' && draft.source.type !== 'seen') {
    noteEvidence(ledger, same, `For, but not enough: ${describeSource(draft.source)}.`)
    return
  }
  const reason = `${draft.sentence} (${describeSource(draft.source)})`
  if (rival.id !== '') refute(ledger, rival, reason)
  else if (rival.claim !== null) add(ledger, { ...rival, confidence: 0 }, 'refuted', [`Against: ${reason}`])
  if (same === undefined) add(ledger, draft, 'held', [`Against: "${rival.sentence}"`])
  else revive(ledger, same, draft)
}

/** The newcomer loses: it is kept as refuted, once. */
function noteDefeat(ledger: Ledger, draft: BeliefDraft, same: Belief | undefined, rival: Belief): void {
  const reason = `Against: ${rival.sentence} (${describeSource(rival.source)})`
  if (same === undefined) add(ledger, { ...draft, confidence: 0 }, 'refuted', [reason])
  else noteEvidence(ledger, same, reason)
}

function outweighs(draft: BeliefDraft, rival: Belief): boolean {
  const difference = WEIGHT[draft.source.type] - WEIGHT[rival.source.type]
  if (difference !== 0) return difference > 0
  return draft.source.type === 'told' ? draft.confidence >= rival.confidence : true
}

function saysTheSame(belief: Belief, draft: BeliefDraft): boolean {
  if (belief.claim === null || draft.claim === null) {
    return belief.claim === draft.claim && belief.kind === draft.kind && belief.sentence === draft.sentence
  }
  return sameClaim(belief.claim, draft.claim)
}

function add(
  ledger: Ledger,
  draft: BeliefDraft,
  status: Belief['status'],
  evidence: readonly string[],
): void {
  const { kind, sentence, claim, source, confidence } = draft
  const { tick } = ledger.occasion
  const id = ledger.nextId()
  ledger.set({ id, kind, sentence, claim, source, tick, confidence, status, evidence: [...evidence] })
}

/** More of the same: the better source stays, confidence closes a part of its distance to certainty. */
function strengthen(ledger: Ledger, belief: Belief, draft: BeliefDraft): void {
  if (sameSource(belief.source, draft.source)) return
  const better = WEIGHT[draft.source.type] > WEIGHT[belief.source.type]
  const confidence = 1 - (1 - belief.confidence) * (1 - draft.confidence)
  const evidence = [...belief.evidence, `For: ${describeSource(draft.source)}.`].slice(-MOST_EVIDENCE)
  ledger.set({ ...belief, source: better ? draft.source : belief.source, confidence, evidence })
}

/** Evidence is bounded, so that a belief that is met every day does not grow for ever. */
const MOST_EVIDENCE = 12

function revive(ledger: Ledger, belief: Belief, draft: BeliefDraft): void {
  const { source, confidence } = draft
  const evidence = [...belief.evidence, `For: ${describeSource(source)}.`].slice(-MOST_EVIDENCE)
  ledger.set({ ...belief, source, confidence, status: 'held', tick: ledger.occasion.tick, evidence })
}

function refute(ledger: Ledger, belief: Belief, reason: string): void {
  const evidence = [...belief.evidence, `Against: ${reason}`].slice(-MOST_EVIDENCE)
  const tick = belief.status === 'held' ? ledger.occasion.tick : belief.tick
  ledger.set({ ...belief, status: 'refuted', confidence: 0, tick, evidence })
}

function noteEvidence(ledger: Ledger, belief: Belief, evidence: string): void {
  if (belief.evidence.includes(evidence)) return
  ledger.set({ ...belief, evidence: [...belief.evidence, evidence].slice(-MOST_EVIDENCE) })
}

function sameSource(a: BeliefSource, b: BeliefSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function describeSource(source: BeliefSource): string {
  if (source.type === 'told') return `told by ${source.by}`
  return source.type === 'innate' ? 'known from the start' : source.type
}
