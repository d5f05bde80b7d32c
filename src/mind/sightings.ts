import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Percept, SeenEntity } from '../core/percept.ts'
import { blockPosition } from '../core/position.ts'

/** What was seen longer ago is no news of what a partner does now, in ticks. */
const RECENT = 200

/**
 * What a look at the partners shows: where each one is, what it has in hand, what it is at.
 *
 * @param partners names of those who are kept in mind; other players are passed over
 */
export function sightings(
  percept: Percept,
  partners: readonly string[],
  beliefs: readonly Belief[],
): readonly BeliefDraft[] {
  return percept.entities
    .filter(({ kind, name }) => kind === 'player' && partners.includes(name))
    .flatMap((player) => claimsAbout(player, percept.tick))
    .filter(({ claim }) => !isKnownToHold(claim, beliefs))
    .map(({ claim, confidence }) => ({
      kind: 'partner',
      sentence: claimSentence(claim),
      claim,
      // One in hand means one at least: who says that it has more is not seen to be wrong.
      source: claim.type === 'holds' ? { type: 'inferred', from: [] } : { type: 'seen' },
      confidence,
    }))
}

/** One in hand says nothing new about who is known to have more. */
function isKnownToHold(claim: Claim, beliefs: readonly Belief[]): boolean {
  if (claim.type !== 'holds') return false
  return beliefs.some(
    ({ status, claim: known }) =>
      status === 'held' &&
      known?.type === 'holds' &&
      known.agent === claim.agent &&
      known.item === claim.item &&
      known.count >= claim.count,
  )
}

interface Sighting {
  readonly claim: Claim
  readonly confidence: number
}

function claimsAbout({ name: agent, position, heldItem, activity }: SeenEntity, tick: number): Sighting[] {
  const at: Sighting = { claim: { type: 'at', agent, position: blockPosition(position) }, confidence: 1 }
  const holds: Sighting[] =
    heldItem === null ? [] : [{ claim: { type: 'holds', agent, item: heldItem, count: 1 }, confidence: 0.9 }]
  const digs = activity?.type === 'digging' && activity.block !== null && tick - activity.tick <= RECENT
  const doing: Sighting[] = digs
    ? [{ claim: { type: 'doing', agent, task: `Mine ${activity.block}` }, confidence: 0.7 }]
    : []
  return [at, ...holds, ...doing]
}
