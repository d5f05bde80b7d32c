import type { Belief } from '../core/belief.ts'
import type { Episode } from '../core/episode.ts'
import type { Faculties } from '../core/faculties.ts'
import type { MemoryDocument } from './memory-document.ts'

/** How an earlier run and the one that begins belong together. */
export interface EarlierLife {
  /** Tick at which the earlier run ended: the new one begins then, at its tick 0. */
  readonly end: number
  /** Whether it is the same land, as it was when that run began; null for another one. */
  readonly world: 'begun-anew' | 'gone-on' | null
  readonly faculties: Faculties
  /** Whether somebody has to put the block there for it to be there. */
  readonly isStation: (block: string) => boolean
}

/**
 * What of a memory is worth taking into another run: what is true there as well. Times count from the start of that run, so
 * that all of it lies before it. What others were doing, had and promised is over; places count in the same land only, and
 * those of things that somebody put there only if that land has not begun anew. Memories that the agent does without stay
 * behind.
 */
export function earlierLife(document: MemoryDocument, life: EarlierLife): MemoryDocument {
  const { faculties } = life
  const facts = document.facts
    .filter((fact) => isStillTrue(fact, life))
    .map((fact) => earlierFact(fact, life))
  return {
    ...document,
    facts: faculties.semanticMemory ? facts : [],
    episodes: faculties.episodicMemory ? document.episodes.map((one) => earlierEpisode(one, life)) : [],
    skills: faculties.proceduralMemory ? document.skills : [],
    tasks: [],
    messages: [],
  }
}

function isStillTrue({ claim }: Belief, { world, isStation }: EarlierLife): boolean {
  switch (claim?.type) {
    case 'place':
      return world === 'gone-on' || (world === 'begun-anew' && !isStation(claim.what))
    case 'contains':
      return world === 'gone-on'
    case 'holds':
    case 'doing':
    case 'needs':
    case 'at':
    case 'spares':
    case 'promise':
    case 'part':
      return false
    default:
      return true
  }
}

function earlierFact(fact: Belief, { end }: EarlierLife): Belief {
  const evidence = fact.evidence.map((one) => ({ ...one, tick: one.tick - end }))
  return { ...fact, tick: fact.tick - end, evidence }
}

function earlierEpisode(episode: Episode, { end, world }: EarlierLife): Episode {
  return {
    ...episode,
    tick: episode.tick - end,
    circumstances: world === null ? null : episode.circumstances,
    attempts: episode.attempts.map((attempt) => ({
      ...attempt,
      tick: attempt.tick === null ? null : attempt.tick - end,
      searched: world === null ? [] : attempt.searched,
      obtained: attempt.obtained.map((one) => ({ ...one, position: world === null ? null : one.position })),
    })),
  }
}
