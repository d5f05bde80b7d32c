import type { BeliefDraft } from '../core/belief.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Message } from '../core/message.ts'
import { promisedBy } from '../core/promises.ts'

/** How far a promise is trusted before it is kept. */
const TRUST = 0.8

/** What the message promises the agent. */
export function promiseBeliefs(agent: string, message: Message): readonly BeliefDraft[] {
  const { act, attachment, from, id, to } = message
  if (act !== 'accept' || attachment?.type !== 'handover' || !to.includes(agent) || from === agent) return []
  return promisedBy(from, agent, attachment).map((claim) => {
    const source = { type: 'told', by: from, message: id } as const
    return { kind: 'partner', sentence: claimSentence(claim), claim, source, confidence: TRUST }
  })
}
