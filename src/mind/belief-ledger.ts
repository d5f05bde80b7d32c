import type { Belief, Evidence } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { indexOf } from './claim-index.ts'
import { innateEvidence } from './evidence-list.ts'
import { sameClaim } from './same-claim.ts'

/** When the beliefs are revised, who holds them, and what it knew from the start. */
export interface Occasion {
  readonly tick: number
  readonly agent: string
  readonly innate: readonly Claim[]
  /** How many beliefs it ever had, forgotten ones included; as many as are given without it. */
  readonly issued?: number
}

/** The beliefs while they are being revised. */
export class BeliefLedger {
  readonly occasion: Occasion
  readonly #before: ReadonlyMap<string, Belief>
  readonly #current: Map<string, Belief>
  readonly #byKey = new Map<string, string[]>()
  #issued: number

  constructor(beliefs: readonly Belief[], occasion: Occasion) {
    this.occasion = occasion
    this.#issued = occasion.issued ?? beliefs.length
    this.#before = new Map(beliefs.map((belief) => [belief.id, withEvidenceOfItsSource(belief)]))
    this.#current = new Map(this.#before)
    for (const belief of beliefs) this.#file(belief)
  }

  /** The belief as it was before; undefined for a new one. */
  before({ id }: Belief): Belief | undefined {
    return this.#before.get(id)
  }

  all(): readonly Belief[] {
    return [...this.#current.values()]
  }

  /** All beliefs about the claim's subject, or all without a claim for null. */
  about(key: string | null): readonly Belief[] {
    return (this.#byKey.get(key ?? '') ?? []).flatMap((id) => this.#current.get(id) ?? [])
  }

  find(claim: Claim): Belief | undefined {
    return this.about(claimKey(claim)).find(
      (belief) => belief.claim !== null && sameClaim(belief.claim, claim),
    )
  }

  /** What was known from the start about the subject, as a belief, where none says the same by now. */
  untouchedInnate(key: string): Belief | null {
    const claim = this.#innate(key)
    return claim === null || this.find(claim) !== undefined ? null : innateBelief(claim)
  }

  /** The evidence that a new belief of the claim begins with. */
  birthEvidence(claim: Claim): Evidence[] {
    const innate = this.#innate(claimKey(claim))
    return innate !== null && sameClaim(innate, claim) ? [innateEvidence(claimSentence(claim))] : []
  }

  /** Adds a belief; ids count all beliefs that the agent ever had. */
  add(belief: Omit<Belief, 'id'>): Belief {
    this.#issued++
    const added = { ...belief, id: `${this.occasion.agent}-belief-${this.#issued}` }
    this.#file(added)
    this.#current.set(added.id, added)
    return added
  }

  set(belief: Belief): void {
    this.#current.set(belief.id, belief)
  }

  /** The beliefs that are new or differ from before, each once, the old ones first. */
  changed(): readonly Belief[] {
    return this.all().filter((belief) => {
      const before = this.#before.get(belief.id)
      return before !== belief && JSON.stringify(before) !== JSON.stringify(belief)
    })
  }

  #innate(key: string): Claim | null {
    return indexOf(this.occasion.innate).byKey.get(key) ?? null
  }

  #file({ id, claim }: Belief): void {
    const key = claim === null ? '' : claimKey(claim)
    const ids = this.#byKey.get(key)
    if (ids === undefined) this.#byKey.set(key, [id])
    else ids.push(id)
  }
}

/** A belief that came from elsewhere without evidence, such as an old journal, stands on its source. */
function withEvidenceOfItsSource(belief: Belief): Belief {
  const { status, source, sentence, tick, confidence } = belief
  const supports = status !== 'refuted'
  if (belief.claim === null || belief.evidence.some((one) => one.supports === supports)) return belief
  const own: Evidence = { supports, sentence, source, tick, confidence: supports ? confidence : 1 }
  return { ...belief, evidence: [own, ...belief.evidence] }
}

function innateBelief(claim: Claim): Belief {
  const sentence = claimSentence(claim)
  return {
    id: '',
    kind: 'task',
    sentence,
    claim,
    source: { type: 'innate' },
    tick: 0,
    confidence: 1,
    status: 'held',
    evidence: [innateEvidence(sentence)],
  }
}
