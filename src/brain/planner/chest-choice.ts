import type { MindView } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { CONTAINERS } from '../../core/containers.ts'
import { distanceBetween, type Position } from '../../core/position.ts'

/** A chest is used for somebody when it stands no farther than that from where it is wanted, or from the agent, in blocks. */
const REACH = 64

/** A chest that is believed to stand somewhere. */
export interface KnownChest {
  readonly position: Position
  /** Keys of what is believed of it. */
  readonly relies: readonly string[]
}

/**
 * The chest to put something into that is wanted at the place: the one that is believed to stand nearest to it. Null where
 * none is known near by.
 *
 * @param excluded positions of chests that could not be used
 */
export function chestFor(
  { knowledge, beliefs, percept }: Pick<MindView, 'knowledge' | 'beliefs' | 'percept'>,
  place: Position,
  excluded: readonly Position[] = [],
): KnownChest | null {
  const stands = CONTAINERS.flatMap((name) => knowledge.placesOf(name))
  const holds = beliefs.flatMap(({ status, claim }): ChestClaim[] =>
    status === 'held' && claim?.type === 'contains' ? [claim] : [],
  )
  const [best] = [...stands, ...holds]
    .filter(({ position }) => !excluded.some((other) => distanceBetween(other, position) < 1))
    .map((claim) => ({ claim, distance: distanceBetween(claim.position, place) }))
    .filter(
      ({ claim, distance }) =>
        distance <= REACH || distanceBetween(claim.position, percept.position) <= REACH,
    )
    .sort((a, b) => a.distance - b.distance || (claimKey(a.claim) < claimKey(b.claim) ? -1 : 1))
  return best === undefined ? null : { position: best.claim.position, relies: [claimKey(best.claim)] }
}

type ChestClaim = Extract<Claim, { type: 'place' | 'contains' }>
