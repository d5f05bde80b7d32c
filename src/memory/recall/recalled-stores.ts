import type { Belief } from '../../core/belief.ts'
import type { Episode } from '../../core/episode.ts'
import type { Skill } from '../../core/skill.ts'
import type { EpisodeOutline } from './memory-entries.ts'

/** The stores of one memory, as recall reads them. */
export interface RecalledStores {
  readonly episodes: {
    /** Oldest first. */
    outlines(): Iterable<EpisodeOutline>
    find(id: string): Episode | null
  }
  readonly facts: { all(): readonly Belief[]; find(id: string): Belief | null }
  readonly skills: { usable(): readonly Skill[]; find(name: string): Skill | null }
}
