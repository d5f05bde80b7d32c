import type { Attempt } from '../core/attempt.ts'
import type { SkillLibrary } from '../core/memory.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Skill } from '../core/skill.ts'

/** A skill that ran this often may be retired. */
const ENOUGH_RUNS = 6

/** A skill that succeeds less often than this is retired. */
const LEAST_SUCCESS_RATE = 0.25

/**
 * The library skills that ran in an attempt, with their statistics brought up to date. One that was run for its goal has
 * succeeded when the goal holds, whatever it returned; one that was called by other code when it returned. A provisional
 * skill that reached the goal again, from another start than the one it was learned from, is verified by that; one that
 * keeps failing is retired.
 */
export function countRuns(attempt: Attempt, library: SkillLibrary): readonly Skill[] {
  const counts = runsByName(attempt.outcome)
  if (attempt.reused === null) counts.delete(attempt.draft.name)
  else if (!attempt.verdict.success) missGoal(counts.get(attempt.reused.name))
  return [...counts].flatMap(([name, count]) => {
    const skill = library.find(name)
    if (skill === null) return []
    return [withRuns(skill, count, attempt.reused?.name === name && attempt.verdict.success)]
  })
}

/** It came to its end, and still its goal does not hold. */
function missGoal(count: RunCount | undefined): void {
  if (count !== undefined && count.successes === count.runs) count.successes -= 1
}

interface RunCount {
  runs: number
  successes: number
  tick: number
}

function runsByName(outcome: Outcome | null): Map<string, RunCount> {
  const counts = new Map<string, RunCount>()
  for (const entry of outcome?.trace ?? []) {
    if (entry.type !== 'skill' || entry.phase === 'entered') continue
    const count = counts.get(entry.name) ?? { runs: 0, successes: 0, tick: entry.tick }
    count.runs += 1
    if (entry.phase === 'returned') count.successes += 1
    count.tick = entry.tick
    counts.set(entry.name, count)
  }
  return counts
}

function withRuns(skill: Skill, count: RunCount, provedAgain: boolean): Skill {
  const runs = skill.statistics.runs + count.runs
  const successes = skill.statistics.successes + count.successes
  const failing = runs >= ENOUGH_RUNS && successes / runs < LEAST_SUCCESS_RATE
  const proved = provedAgain && skill.status === 'provisional' ? 'verified' : skill.status
  return {
    ...skill,
    status: failing ? 'retired' : proved,
    statistics: { runs, successes, lastTick: count.tick },
  }
}
