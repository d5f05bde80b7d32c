import type { MindView } from '../core/brain.ts'
import { isKnowHow } from '../core/know-how.ts'
import type { PartnerModel, Perspective } from '../core/partner.ts'
import { distanceBetween } from '../core/position.ts'
import { counterClaim } from './counter-claim.ts'

/** How far a partner is taken to see, in blocks. */
const SIGHT = 32

/** A place of a partner is worth something down to this confidence. */
const WHERE = 0.2

/**
 * A partner's side, considered before speaking: what it sees where it stands, knows and need not be told, lacks, believes
 * falsely, needs and has. Null when the agent keeps no picture of it.
 *
 * @param knowsAll whether the agent holds all recipes that there are
 */
export function takePerspective(view: MindView, partner: string, knowsAll: boolean): Perspective | null {
  const model = view.partners.find(({ agent }) => agent === partner)
  if (model === undefined) return null
  const judgement = { ...view, knowsAll }
  const judged = model.believes
    .filter(({ because }) => because !== 'told')
    .map((believed) => ({ ...believed, counter: counterClaim(believed.claim, believed.basis, judgement) }))
  return {
    partner,
    sees: seenBy(model, view),
    knowsAlready: judged
      .filter(({ counter, claim }) => counter === null && isKnowHow(claim))
      .map(({ claim }) => claim),
    knows: topics(model, true),
    lacks: topics(model, false),
    misbelieves: judged.flatMap(({ claim, counter }) =>
      counter === null ? [] : [{ believed: claim, truth: counter.truth }],
    ),
    needs: counts(model.needs),
    holds: counts(model.holds),
  }
}

/** What the agent sees and its partner, standing near it, sees too. */
function seenBy({ place }: PartnerModel, { percept }: MindView): readonly string[] {
  if (place === null || place.confidence < WHERE) return []
  const inSight = ({ nearest }: { nearest: { x: number; y: number; z: number } }) =>
    distanceBetween(nearest, place.value) <= SIGHT
  return percept.blocks.filter(inSight).map(({ name }) => name)
}

function topics({ knows }: PartnerModel, value: boolean): readonly string[] {
  return Object.entries(knows).flatMap(([topic, estimate]) => (estimate.value === value ? [topic] : []))
}

function counts(estimates: PartnerModel['needs']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(estimates)
      .filter(([, { confidence }]) => confidence >= WHERE)
      .map(([item, { value }]) => [item, value]),
  )
}
