import type { MindView } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import type { Episode } from '../../core/episode.ts'
import type { FailedAct } from '../../core/failed-acts.ts'
import { findsOf } from '../../core/finds.ts'
import type { Json } from '../../core/json.ts'
import { distanceBetween } from '../../core/position.ts'
import { methodKey } from './failures.ts'

/** What the episodes that came to mind say about ways to get things, here and now. */
export interface Experience {
  /** Keys of methods that failed in a situation like this one and have not worked since, each as often as it failed. */
  readonly failedKeys: readonly string[]
  /** Code that failed so. */
  readonly failedCode: readonly FailedCode[]
  /** Skills of the library that failed so. */
  readonly failedSkills: ReadonlySet<string>
  /** How long one item took with all that led to it, in ticks, by the key of the method. */
  readonly ticks: ReadonlyMap<string, number>
  /** Blocks to the nearest place where some of the block was got; null where none comes to mind. */
  readonly distanceTo: (block: string) => number | null
}

/** Code as it was tried, and when. */
export interface FailedCode {
  readonly source: string
  readonly arguments: readonly Json[]
  readonly dependsOn: readonly string[]
  readonly tick: number
}

type RememberedAttempt = Episode['attempts'][number]

export const NO_EXPERIENCE: Experience = {
  failedKeys: [],
  failedCode: [],
  failedSkills: new Set(),
  ticks: new Map(),
  distanceTo: () => null,
}

/**
 * Draws on episodes as a person does: what failed here is not the first thing to try again, unless something was learned about
 * it since or it has worked later; what took long is dear; and where something was got, there may be more.
 *
 * @param episodes what came to mind, in any order
 */
export function experienceOf(view: MindView, episodes: readonly Episode[]): Experience {
  if (episodes.length === 0) return NO_EXPERIENCE
  const failures = episodes
    .filter((episode) => isAlike(episode, view))
    .flatMap(failedAttempts)
    .filter((failure) => isStillTelling(failure, view, episodes))
  const { position } = view.percept
  const finds = findsOf(episodes)
  return {
    failedKeys: failures.flatMap(({ keys }) => keys),
    failedCode: failures.map(({ attempt, tick }) => ({ ...attempt, tick })),
    failedSkills: new Set(
      failures.flatMap(({ attempt }) => (isReused(attempt, view) ? [attempt.skill] : [])),
    ),
    ticks: ticksOf(episodes),
    distanceTo: (block) => {
      const distances = finds
        .filter(({ what }) => what === block)
        .map((find) => distanceBetween(find.position, position))
      return distances.length === 0 ? null : Math.min(...distances)
    },
  }
}

/** Same land, not far away. */
export function isAlike({ circumstances }: Episode, { percept }: Pick<MindView, 'percept'>): boolean {
  if (circumstances === null || circumstances.dimension !== percept.dimension) return false
  return distanceBetween(circumstances.position, percept.position) <= SAME_AREA
}

/** What lies within so many blocks is the same area: about as far as one sees. */
const SAME_AREA = 64

interface Failure {
  readonly attempt: RememberedAttempt
  readonly tick: number
  /** Of the methods that stood in its way. */
  readonly keys: readonly string[]
}

/** Of a task that was done only the last attempt worked. What was cut off from outside says nothing. */
function failedAttempts({ attempts, success, tick }: Episode): readonly Failure[] {
  const failed = success ? attempts.slice(0, -1) : attempts
  return failed
    .filter(({ status }) => !['died', 'aborted', 'killed'].includes(status))
    .map((attempt) => ({
      attempt,
      tick: attempt.tick ?? tick,
      keys: [
        ...new Set([
          ...attempt.failures.filter(isTelling).flatMap(methodKey),
          ...attempt.searched.map((block) => `drop:${block}`),
        ]),
      ],
    }))
}

/** A missing tool or a wrong belief is learned as such; the next attempt knows. */
function isTelling({ code }: FailedAct): boolean {
  return !['wrong-tool', 'nothing-dropped', 'unknown-recipe', 'interrupted', 'busy'].includes(code)
}

function isStillTelling(
  { attempt, tick, keys }: Failure,
  view: MindView,
  episodes: readonly Episode[],
): boolean {
  const about = new Set([...keys, ...attempt.dependsOn])
  const isNews = ({ claim, tick: since }: { claim: Claim | null; tick: number }) =>
    claim !== null && since > tick && about.has(claimKey(claim))
  const hasWorked = episodes.some(
    (episode) =>
      episode.tick > tick &&
      episode.attempts.some(({ obtained }) => obtained.flatMap(methodKey).some((key) => keys.includes(key))),
  )
  return !hasWorked && !view.beliefs.some(isNews)
}

function isReused({ skill, source }: RememberedAttempt, { skills }: MindView): boolean {
  return skills.find(skill)?.source === source
}

function ticksOf(episodes: readonly Episode[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { ticks: number; items: number }>()
  for (const { attempts } of episodes) {
    for (const one of attempts.flatMap(({ obtained }) => obtained)) {
      const items = Object.values(one.items).reduce((sum, count) => sum + count, 0)
      for (const key of methodKey(one)) {
        const before = sums.get(key) ?? { ticks: 0, items: 0 }
        sums.set(key, { ticks: before.ticks + one.ticks, items: before.items + items })
      }
    }
  }
  return new Map([...sums].map(([key, { ticks, items }]) => [key, ticks / Math.max(1, items)]))
}
