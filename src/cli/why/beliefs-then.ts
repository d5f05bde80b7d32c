import type { Belief } from '../../core/belief.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import { INNATE_ID } from '../../mind/beliefs-behind.ts'
import type { StepAccount } from '../../record/step-account.ts'

/** What an agent believed at a moment of a step: learned beliefs as they stood then, over what it knew from the start. */
export class BeliefsThen {
  readonly #beliefs: ReadonlyMap<string, Belief>
  readonly #innate: ReadonlyMap<string, Claim>

  /** @param tick of the percept that was decided on: what came up later in the step is left out */
  constructor({ before, changed }: StepAccount, innate: ReadonlyMap<string, Claim>, tick: number) {
    const beliefs = new Map(before)
    for (const belief of changed) if (newsTick(belief) <= tick) beliefs.set(belief.id, belief)
    this.#beliefs = beliefs
    this.#innate = innate
  }

  /** The belief of that id; null when nothing is known of it. */
  find(id: string): Belief | null {
    const known = this.#beliefs.get(id)
    if (known !== undefined) return known
    const claim = id.startsWith(INNATE_ID) ? this.#innate.get(id.slice(INNATE_ID.length)) : undefined
    return claim === undefined ? null : innateBelief(claim)
  }

  /** What was held about the subject, or about all subjects whose key begins so. */
  about(subject: string): readonly Belief[] {
    const isAbout = (key: string) => (subject.endsWith(':') ? key.startsWith(subject) : key === subject)
    const learned = [...this.#beliefs.values()].filter(
      ({ claim }) => claim !== null && isAbout(claimKey(claim)),
    )
    const touched = new Set(learned.map(({ claim }) => claim && claimKey(claim)))
    const innate = [...this.#innate].filter(([key]) => isAbout(key) && !touched.has(key))
    return [
      ...learned.filter(({ status }) => status === 'held'),
      ...innate.map(([, claim]) => innateBelief(claim)),
    ]
  }
}

/** When the belief last changed. */
function newsTick({ tick, evidence }: Belief): number {
  return Math.max(tick, ...evidence.map((one) => one.tick))
}

function innateBelief(claim: Claim): Belief {
  return {
    id: `${INNATE_ID}${claimKey(claim)}`,
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
