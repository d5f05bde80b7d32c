import type { MindView } from '../../core/brain.ts'
import type { Episode } from '../../core/episode.ts'
import type { Goal } from '../../core/goal.ts'
import { isAlike } from './experience.ts'

/** What became of goals before, in this life and in earlier ones. */
export interface PastTries {
  /** Whether it came to nothing here when it was tried last, for a reason that still holds as far as is known. */
  failsHere(goal: Goal): boolean
  /** Whether it was reached when it was tried last. */
  hasWorked(goal: Goal): boolean
}

/** So long something that was tried in vain gives way to other things, in ticks. */
export const REST_TICKS = 6000

/**
 * @param episodes what is remembered, in any order
 * @param isNewSince whether anything was learned about the goal after the tick
 */
export function pastTries(
  view: MindView,
  episodes: readonly Episode[],
  isNewSince: (goal: Goal, tick: number) => boolean,
): PastTries {
  const last = new Map<string, Episode>()
  for (const episode of episodes.toSorted((a, b) => a.tick - b.tick)) {
    if (episode.attempts.length > 0) last.set(JSON.stringify(episode.goal), episode)
  }
  const lastFor = (goal: Goal) => last.get(JSON.stringify(goal))
  return {
    failsHere: (goal) => {
      const episode = lastFor(goal)
      if (episode === undefined || episode.success || !isAlike(episode, view)) return false
      return stillHolds(episode, view.percept.tick) && !isNewSince(goal, episode.tick)
    },
    hasWorked: (goal) => lastFor(goal)?.success === true,
  }
}

/** What is not to be found around here stays so; bad luck passes, and what was cut off from outside says nothing. */
function stillHolds({ attempts, tick }: Episode, now: number): boolean {
  const telling = attempts.filter(({ status }) => !['died', 'aborted', 'killed'].includes(status))
  if (telling.length === 0) return false
  return telling.some(({ searched }) => searched.length > 0) || now < tick + REST_TICKS
}
