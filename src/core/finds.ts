import type { Episode } from './episode.ts'
import { distanceBetween, type Position } from './position.ts'

/** Where some of a block was got, and when. */
export interface Find {
  readonly what: string
  readonly position: Position
  readonly tick: number
  /** The episode that tells of it. */
  readonly episode: string
}

/** Where blocks were mined, with the place of the last one, unless they were looked for in vain around there since. */
export function findsOf(episodes: readonly Episode[]): readonly Find[] {
  const finds = episodes.flatMap(({ id, attempts, tick }) =>
    attempts.flatMap(({ obtained }) =>
      obtained.flatMap(({ act, name, position }): readonly Find[] =>
        act === 'mineBlock' && position !== null ? [{ what: name, position, tick, episode: id }] : [],
      ),
    ),
  )
  return finds.filter((find) => !isInVain(find, episodes))
}

/** A search that ended with nothing says so of the land around its start. */
function isInVain({ what, position, tick }: Find, episodes: readonly Episode[]): boolean {
  return episodes.some(
    (episode) =>
      episode.tick > tick &&
      episode.circumstances !== null &&
      distanceBetween(episode.circumstances.position, position) < LOOKED_AROUND &&
      episode.attempts.some(({ searched }) => searched.includes(what)),
  )
}

/** How far around its start a search has looked for certain, in blocks. */
const LOOKED_AROUND = 32
