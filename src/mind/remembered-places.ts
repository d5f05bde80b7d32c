import type { RememberedPlace } from '../core/body.ts'
import type { MindView } from '../core/brain.ts'
import type { Episode } from '../core/episode.ts'
import { findsOf } from '../core/finds.ts'
import { blockPosition, distanceBetween, type Position } from '../core/position.ts'

/** Places of one kind that are taken along, the nearest. */
const MOST_OF_A_KIND = 4

/** Farther than this nobody goes for something that may be gone, in blocks. */
const FARTHEST = 160

/** Places so near to each other are one, in blocks. */
const SAME_SPOT = 16

/**
 * Where an agent would go for things: where it believes them to stand, and where it got some before, unless it looked for
 * them in vain there since.
 *
 * @param episodes what came to mind
 */
export function rememberedPlaces(
  { beliefs, knowledge, percept }: Pick<MindView, 'beliefs' | 'knowledge' | 'percept'>,
  episodes: readonly Episode[],
): readonly RememberedPlace[] {
  const names = new Set(beliefs.flatMap(({ claim }) => (claim?.type === 'place' ? [claim.what] : [])))
  const believed = [...names].flatMap((name) => knowledge.placesOf(name))
  const places = [...believed.map(({ what, position }) => ({ what, position })), ...findsOf(episodes)]
  const byKind = Map.groupBy(places, ({ what }) => what)
  return [...byKind.keys()].sort().flatMap((what) => nearest(byKind.get(what) ?? [], percept.position))
}

function nearest(places: readonly RememberedPlace[], from: Position): readonly RememberedPlace[] {
  const kept: RememberedPlace[] = []
  const sorted = places
    .map((place) => ({ place, distance: distanceBetween(place.position, from) }))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance)
  for (const { place } of sorted) {
    if (kept.length === MOST_OF_A_KIND) break
    if (kept.some((other) => distanceBetween(other.position, place.position) < SAME_SPOT)) continue
    kept.push({ what: place.what, position: blockPosition(place.position) })
  }
  return kept
}
