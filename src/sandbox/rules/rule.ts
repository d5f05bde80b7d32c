import type { AnyNode, Program } from 'acorn'
import type { Finding } from '../../core/program.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** Skill code that parses, with what it may refer to. */
export interface CheckedSkill {
  readonly name: string
  readonly program: Program
  /** Names of other skills that it may call. */
  readonly callable: ReadonlySet<string>
  readonly vocabulary: Vocabulary
}

/** One thing that skill code must keep to. Gives what breaks it, in any order. */
export type Rule = (skill: CheckedSkill) => readonly Finding[]

/** A finding at the node's first character. */
export function findingAt(node: AnyNode, rule: string, message: string): Finding {
  const start = node.loc?.start
  return { rule, message, line: start?.line ?? 1, column: (start?.column ?? 0) + 1 }
}
