import type { MindView } from '../core/brain.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Message } from '../core/message.ts'
import { partnerModel } from '../mind/partner.ts'
import { takePerspective } from '../mind/take-perspective.ts'
import type { Mind } from './mind.ts'

/**
 * Takes the partner's perspective, before speaking to it. Without pictures of partners only the message at hand shows what
 * it knows. The view is returned as it is when the agent lacks that faculty.
 *
 * @param heard what is to be answered; null when the agent speaks first
 */
export function consider(mind: Mind, view: MindView, partner: string, heard: Message | null): MindView {
  if (!mind.faculties.perspective) return view
  const models = mind.faculties.partnerModel
    ? view
    : { ...view, partners: [firstImpression(mind, view, partner, heard)] }
  const perspective = takePerspective(models, partner, mind.innateIsFull)
  if (perspective === null) return view
  const { lacks, misbelieves, knowsAlready } = perspective
  mind.record({
    type: 'perspective-taken',
    partner,
    lacks: [...lacks],
    misbelieves: misbelieves.map(({ believed }) => claimSentence(believed)),
    knowsAlready: knowsAlready.length,
  })
  return { ...view, perspective }
}

function firstImpression(mind: Mind, { percept }: MindView, partner: string, heard: Message | null) {
  return partnerModel(partner, {
    me: mind.agent,
    tick: mind.clock.tick(),
    percept,
    beliefs: [],
    messages: heard === null ? [] : [heard],
    patience: mind.limits.answerTicks,
  })
}
