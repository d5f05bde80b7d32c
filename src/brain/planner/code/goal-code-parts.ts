import type { Position } from '../../../core/position.ts'
import type { SkillDraft, SkillParameter } from '../../../core/skill.ts'
import type { Kind } from '../kind.ts'
import type { Pen } from './pen.ts'

/** How to write a skill for a goal: its header, and its body. */
export interface GoalCode {
  readonly header: Pick<SkillDraft, 'name' | 'description' | 'parameters' | 'postcondition'>
  readonly arguments: readonly (number | string | Position)[]
  /** Items that the code gets. */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[]
  readonly body: (pen: Pen) => readonly string[]
}

export function countParameter(description: string): SkillParameter {
  return { name: 'count', type: 'count', description, default: 1 }
}

export function positionParameter(description: string): SkillParameter {
  return { name: 'position', type: 'position', description, default: null }
}
