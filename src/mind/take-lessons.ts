import type { Belief, BeliefDraft, Evidence } from '../core/belief.ts'
import { distanceBetween } from '../core/position.ts'
import type { Lesson } from './lessons.ts'

/** What lessons change. */
export interface TakenLessons {
  /** Lessons that are new, and what they say about places. */
  readonly drafts: readonly BeliefDraft[]
  /** Beliefs that say otherwise now, with what they said before among their evidence. */
  readonly revised: readonly Belief[]
}

/**
 * Takes lessons into what is believed. A lesson that was drawn before is brought up to date or given up, and keeps its history;
 * places in an area where a thing was looked for in vain again and again are doubted, and where it was got again and
 * again is believed to be a place for it.
 */
export function takeLessons(
  beliefs: readonly Belief[],
  lessons: readonly Lesson[],
  tick: number,
): TakenLessons {
  const drafts: BeliefDraft[] = []
  const revised: Belief[] = []
  for (const lesson of lessons) {
    const known = beliefs.find((belief) => isAbout(belief, lesson))
    if (known === undefined && !lesson.refutes) drafts.push(draftOf(lesson))
    const next = known === undefined ? null : revision(known, lesson, tick)
    if (next !== null) revised.push(next)
    if (known === undefined || next !== null) drafts.push(...placeDrafts(beliefs, lesson))
  }
  return { drafts, revised }
}

function inferredFrom(ids: readonly string[]): Belief['source'] {
  return { type: 'inferred', from: [...ids] }
}

function isAbout({ claim, source, sentence }: Belief, { subject }: Lesson): boolean {
  return claim === null && source.type === 'inferred' && sentence.startsWith(`${subject}: `)
}

function draftOf({ sentence, from, confidence }: Lesson): BeliefDraft {
  return { kind: 'task', sentence, claim: null, source: inferredFrom(from), confidence }
}

/** Null when the lesson says nothing new. */
function revision(known: Belief, lesson: Lesson, tick: number): Belief | null {
  const source = inferredFrom(lesson.from)
  if (lesson.refutes) {
    if (known.status === 'refuted') return null
    const against: Evidence = { supports: false, sentence: lesson.sentence, source, tick, confidence: 1 }
    return { ...known, tick, status: 'refuted', evidence: withHistory(known, against) }
  }
  if (known.status === 'held' && known.sentence === lesson.sentence) return null
  const { sentence, confidence } = lesson
  const before: Evidence = {
    supports: true,
    sentence: known.sentence,
    source: known.source,
    tick: known.tick,
    confidence: known.confidence,
  }
  return {
    ...known,
    sentence,
    source,
    confidence,
    tick,
    status: 'held',
    evidence: withHistory(known, before),
  }
}

function withHistory({ evidence }: Belief, latest: Evidence): Belief['evidence'] {
  return [...evidence, latest].slice(-MOST_HISTORY)
}

/** Steps of a lesson's history that are kept. */
const MOST_HISTORY = 16

function placeDrafts(
  beliefs: readonly Belief[],
  { place, from, confidence }: Lesson,
): readonly BeliefDraft[] {
  if (place === null) return []
  const { what, position, isThere } = place
  const source = inferredFrom(from)
  if (isThere) {
    const isKnown = beliefs.some(
      ({ claim, status }) =>
        status === 'held' &&
        claim?.type === 'place' &&
        claim.what === what &&
        distanceBetween(claim.position, position) <= DOUBTED,
    )
    if (isKnown) return []
    const claim = { type: 'place', what, position } as const
    return [{ kind: 'perception', sentence: '', claim, source, confidence }]
  }
  return beliefs.flatMap(({ claim, status }): readonly BeliefDraft[] => {
    if (claim?.type !== 'place' || claim.what !== what || status !== 'held') return []
    if (distanceBetween(claim.position, position) > DOUBTED) return []
    const sentence = `There is no ${what} to be found there.`
    return [{ kind: 'perception', sentence, claim, source, confidence: 0 }]
  })
}

/** Places so near to where it was looked for are doubted, or known well enough, in blocks. */
const DOUBTED = 32
