import type { Describer } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import type { SkillDraft } from '../../core/skill.ts'

/** Files a skill under what its author wrote about it, what it was made for, and what it builds on. */
export class PlannerDescriber implements Describer {
  async describe(draft: SkillDraft, task: Task): Promise<string> {
    const calls = draft.calls.length === 0 ? '' : ` Builds on ${draft.calls.join(', ')}.`
    return `${draft.description} Written for the task "${task.text}".${calls}`
  }
}
