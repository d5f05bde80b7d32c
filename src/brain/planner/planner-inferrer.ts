import { assertNever } from '../../core/assert-never.ts'
import type { BeliefDraft, BeliefSource } from '../../core/belief.ts'
import type { Inferrer, MindView } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Message } from '../../core/message.ts'

/** How far a teammate's word is trusted. */
const TRUST = 0.8

/** Reads what a message claims about the world, and what it shows about who sent it. The text itself is not parsed. */
export class PlannerInferrer implements Inferrer {
  async infer(view: MindView, message: Message): Promise<readonly BeliefDraft[]> {
    if (message.from === view.agent) return []
    const claimed = message.claims.map((claim, index) => toldDraft(claim, toldBy(message, index)))
    const shown = impliedClaims(message).map((claim) => inferredDraft(claim, message))
    const denied = (message.denies ?? []).map((claim) => denial(claim, message))
    return [...claimed, ...denied, ...shown]
  }
}

function toldBy({ from, id, grounds }: Message, index: number): BeliefSource {
  const known = grounds[index]
  return { type: 'told', by: from, message: id, ...(known && { grounds: known }) }
}

function toldDraft(claim: Claim, source: BeliefSource): BeliefDraft {
  const kind = isAboutAgents(claim) ? 'partner' : 'interaction'
  return { kind, sentence: claimSentence(claim), claim, source, confidence: TRUST }
}

/** A claim that the sender says is not so. */
function denial(claim: Claim, { from, id }: Message): BeliefDraft {
  const source: BeliefSource = { type: 'told', by: from, message: id }
  return { kind: 'interaction', sentence: claimSentence(claim), claim, source, confidence: 0 }
}

function inferredDraft(claim: Claim, message: Message): BeliefDraft {
  const source: BeliefSource = { type: 'inferred', from: [message.id] }
  return { kind: 'partner', sentence: claimSentence(claim), claim, source, confidence: 0.6 }
}

function isAboutAgents(claim: Claim): boolean {
  return ['holds', 'doing', 'knows', 'needs', 'spares', 'promise', 'part'].includes(claim.type)
}

/** Who asks does not know; who tells knows; who refuses to answer does not know either. */
function impliedClaims({ act, from, about, claims }: Message): readonly Claim[] {
  const topics = about.filter((topic) => !saysWhoKnows(claims, from, topic))
  const knowing = (knows: boolean) =>
    topics.map((topic): Claim => ({ type: 'knows', agent: from, topic, knows }))
  switch (act) {
    case 'ask':
    case 'refuse':
      return knowing(false)
    case 'tell':
    case 'correct':
    case 'report':
      return knowing(true)
    case 'propose':
    case 'accept':
    case 'thank':
      return []
    default:
      return assertNever(act)
  }
}

function saysWhoKnows(claims: readonly Claim[], agent: string, topic: string): boolean {
  return claims.some((claim) => claim.type === 'knows' && claim.agent === agent && claim.topic === topic)
}
