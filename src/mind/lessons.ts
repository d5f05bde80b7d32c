import type { AgentId } from '../core/agent-id.ts'
import type { Belief } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import type { Episode } from '../core/episode.ts'
import type { Position } from '../core/position.ts'
import { type TrackRecord, trackRecords } from './reliability.ts'

/** What several memories together say, though each alone does not. */
export interface Lesson {
  /** What it is about; begins the sentence of the belief. A lesson about the same takes an older one's place. */
  readonly subject: string
  readonly sentence: string
  /** Ids of the memories that it was drawn from, the newest last. */
  readonly from: readonly string[]
  readonly confidence: number
  /** Whether it speaks against what was concluded about the subject before, in a sentence of its own. */
  readonly refutes: boolean
  /** Where a thing was found again and again, or looked for in vain. */
  readonly place: { readonly what: string; readonly position: Position; readonly isThere: boolean } | null
}

/** So many cases of a kind make a lesson. */
const ENOUGH = 3

/** Memories that one lesson names as its source. */
const MOST_SOURCES = 8

/**
 * Looks back over episodes, oldest first: what was looked for in vain again and again in an area, what was got there time and
 * again, which act keeps failing, and whose words held. A case after which it went otherwise does not count any more.
 */
export function lessonsFrom(episodes: readonly Episode[], beliefs: readonly Belief[]): readonly Lesson[] {
  return [
    ...casesByArea(episodes).flatMap(areaLesson),
    ...failureLessons(episodes),
    ...partnerLessons(beliefs),
  ]
}

/** What became of looking for a block in one square of land. */
interface AreaCases {
  readonly what: string
  /** The middle of the square, at the height of the last case. */
  readonly middle: Position
  /** Where it was got last, or looked for last. */
  readonly position: Position
  readonly vain: readonly Episode[]
  readonly got: readonly Episode[]
}

function casesByArea(episodes: readonly Episode[]): readonly AreaCases[] {
  const areas = new Map<string, AreaCases>()
  for (const episode of episodes) {
    for (const { what, position, isGot } of sightingsIn(episode)) {
      const middle = middleOf(position)
      const key = `${what} ${middle.x} ${middle.z}`
      const { vain, got } = areas.get(key) ?? { vain: [], got: [] }
      // What was got after searches in vain shows them to have been bad luck, and the other way round.
      const cases = isGot
        ? { vain: [], got: [...got, episode] }
        : { vain: [...vain, episode], got: vain.length + 1 >= ENOUGH ? [] : got }
      areas.set(key, { what, middle, position, ...cases })
    }
  }
  return [...areas.values()]
}

/** Side of a square of land, in blocks. */
const AREA = 48

function middleOf({ x, y, z }: Position): Position {
  return { x: Math.round(x / AREA) * AREA, y, z: Math.round(z / AREA) * AREA }
}

function sightingsIn({ attempts, circumstances }: Episode) {
  const got = attempts.flatMap(({ obtained }) =>
    obtained.flatMap(({ act, name, position }) =>
      act === 'mineBlock' && position !== null ? [{ what: name, position, isGot: true }] : [],
    ),
  )
  if (circumstances === null) return got
  const { position } = circumstances
  const searched = [...new Set(attempts.flatMap((attempt) => attempt.searched))]
  return [...searched.map((what) => ({ what, position, isGot: false })), ...got]
}

function areaLesson({ what, middle, position, vain, got }: AreaCases): readonly Lesson[] {
  const where = `around (${middle.x}, ${middle.z})`
  const inVain = `Looking for ${what} in vain ${where}`
  const found = `Getting ${what} ${where}`
  return [
    ...lesson(inVain, vain, { what, position, isThere: false }),
    ...lesson(found, got, { what, position, isThere: true }),
    ...(vain.length === 0 ? refutation(inVain, `Some ${what} was got there.`, got) : []),
    ...(got.length === 0 && vain.length >= ENOUGH
      ? refutation(found, `No ${what} was found there any more.`, vain)
      : []),
  ]
}

function failureLessons(episodes: readonly Episode[]): readonly Lesson[] {
  const failed = new Map<string, readonly Episode[]>()
  const worked = new Map<string, Episode>()
  for (const episode of episodes) {
    const failures = episode.attempts.flatMap((attempt) => attempt.failures)
    const obtained = episode.attempts.flatMap((attempt) => attempt.obtained)
    for (const key of new Set(failures.map(actKey))) failed.set(key, [...(failed.get(key) ?? []), episode])
    for (const key of new Set(obtained.map(actKey))) {
      failed.delete(key)
      worked.set(key, episode)
    }
  }
  return [
    ...[...failed].flatMap(([key, cases]) => lesson(`Failing at ${key}`, cases, null)),
    ...[...worked].flatMap(([key, episode]) =>
      failed.has(key) ? [] : refutation(`Failing at ${key}`, `It has worked since.`, [episode]),
    ),
  ]
}

function actKey({ act, name }: { readonly act: string; readonly name: string }): string {
  return `${act} ${name}`.trim()
}

function refutation(subject: string, sentence: string, episodes: readonly Episode[]): readonly Lesson[] {
  if (episodes.length === 0) return []
  const from = episodes.map(({ id }) => id).slice(-MOST_SOURCES)
  return [{ subject, sentence, from, confidence: 1, refutes: true, place: null }]
}

function lesson(subject: string, episodes: readonly Episode[], place: Lesson['place']): readonly Lesson[] {
  const times = episodes.reduce((sum, { standsFor }) => sum + standsFor, 0)
  if (times < ENOUGH) return []
  return [
    {
      subject,
      sentence: `${subject}: ${times} times.`,
      from: episodes.map(({ id }) => id).slice(-MOST_SOURCES),
      confidence: 1 - 1 / times,
      refutes: false,
      place,
    },
  ]
}

/** Whose words about what kind of thing the world bore out. */
function partnerLessons(beliefs: readonly Belief[]): readonly Lesson[] {
  return Object.entries(TOPICS).flatMap(([topic, isAbout]) => {
    const told = beliefs.filter(({ claim }) => claim !== null && isAbout(claim))
    return [...trackRecords(told)].flatMap(([partner, record]) => partnerLesson(partner, topic, record, told))
  })
}

const isOre = (name: string) => name.endsWith('_ore')

const TOPICS: Readonly<Record<string, (claim: Claim) => boolean>> = {
  recipes: ({ type }) => type === 'recipe' || type === 'smelting' || type === 'fuel',
  ores: (claim) => 'block' in claim && isOre(claim.block),
  'other blocks': (claim) => 'block' in claim && !isOre(claim.block),
  creatures: ({ type }) => type === 'mob-drop',
}

function partnerLesson(
  partner: AgentId,
  topic: string,
  { held, failed }: TrackRecord,
  told: readonly Belief[],
): readonly Lesson[] {
  const all = held + failed
  if (all < ENOUGH) return []
  const subject = `What ${partner} says about ${topic}`
  const from = told
    .filter(({ evidence }) => evidence.some(({ source }) => source.type === 'told' && source.by === partner))
    .map(({ id }) => id)
  return [
    {
      subject,
      sentence: `${subject}: it held ${held} of ${all} times.`,
      from: from.slice(-MOST_SOURCES),
      confidence: 1 - 1 / all,
      refutes: false,
      place: null,
    },
  ]
}
