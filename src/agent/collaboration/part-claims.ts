import type { BeliefDraft } from '../../core/belief.ts'
import type { Reply } from '../../core/brain.ts'
import type { Claim, PartClaim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Part } from '../../mind/team-parts.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** A part that an agent has left to others it does not take up again for so many ticks. */
const REST_TICKS = 2400

/** What the agent has last said about the part; null when it has said nothing. */
export function ownClaim(draft: Pick<StepDraft, 'view'>, { name }: Part): PartClaim | null {
  const { agent, beliefs } = draft.view()
  for (const { status, claim } of beliefs) {
    const isOwn = status === 'held' && claim?.type === 'part' && claim.agent === agent && claim.part === name
    if (isOwn) return claim
  }
  return null
}

/** Says what it does about parts of the goal, and goes by it itself. */
export async function announce(
  worker: Worker,
  draft: StepDraft,
  parts: readonly Part[],
  state: PartClaim['state'],
): Promise<void> {
  const { agent, limits } = worker.mind
  const duration = state === 'released' ? REST_TICKS : 2 * limits.attempt.ticks
  const until = draft.percept.tick + duration
  const claims = parts.map(({ name }): Claim => ({ type: 'part', agent, part: name, state, until }))
  draft.learn(claims.map(knownFirstHand))
  await tellAll(worker, draft, state === 'taken' || state === 'helped' ? 'propose' : 'report', claims)
}

/** What an agent does and has said itself it knows as surely as what it sees. */
export function knownFirstHand(claim: Claim): BeliefDraft {
  return { kind: 'partner', sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 1 }
}

/** Says it to the whole team in one message. */
export async function tellAll(
  { mind, voice }: Worker,
  draft: StepDraft,
  act: Reply['act'],
  claims: readonly Claim[],
): Promise<void> {
  if (mind.teammates.length === 0 || !mind.faculties.talk) return
  const text = claims.map(claimSentence).join(' ').slice(0, 2000)
  await voice.say(draft.view(), { act, text, about: [], claims }, { to: mind.teammates, reach: 'all' })
}
