import type { Attempt } from '../core/attempt.ts'
import type { Task } from '../core/desire.ts'
import type { SkillLibrary } from '../core/memory.ts'
import type { Skill } from '../core/skill.ts'

/** Where and when a skill was learned. */
export interface Learned {
  readonly agent: string
  readonly run: string
  readonly tick: number
}

/**
 * The skill that a successful attempt proved: `provisional`, and a new version when the name is taken by other code.
 * Null where the library holds this very code already.
 */
export function admittedSkill(
  attempt: Attempt,
  calls: Skill['calls'],
  task: Task,
  learned: Learned,
  library: SkillLibrary,
): Skill | null {
  const { draft } = attempt
  const known = library.find(draft.name)
  if (known !== null && known.source === draft.source) return null
  return {
    ...draft,
    calls: [...calls],
    version: (known?.version ?? 0) + 1,
    status: 'provisional',
    provenance: { author: learned.agent, task: task.text, run: learned.run, tick: learned.tick },
    statistics: { runs: 1, successes: 1, lastTick: learned.tick },
  }
}
