import type { FunctionDeclaration, Program } from 'acorn'
import type { Finding } from '../core/program.ts'
import { parseSkill } from './parse-skill.ts'
import { freeReferences, patternNames } from './rules/scope.ts'

/** What a source defines and what it expects from outside. */
export interface SkillOutline {
  /** Functions at its top level, in their order. */
  readonly functions: readonly {
    readonly name: string
    readonly isAsync: boolean
    /** Names of the parameters; several for a parameter that is taken apart. */
    readonly parameters: readonly string[]
    /** Its text. */
    readonly source: string
    /** Names that it uses and does not define itself. */
    readonly uses: ReadonlySet<string>
  }[]
  /** Names that it uses and does not define. */
  readonly uses: ReadonlySet<string>
}

/** Reads the outline of skill code without running it; a finding where it cannot be parsed. */
export function outlineSkill(
  source: string,
): { readonly ok: true; readonly outline: SkillOutline } | { readonly ok: false; readonly finding: Finding } {
  const parsed = parseSkill(source)
  if (!parsed.ok) return parsed
  const functions = parsed.program.body.filter((node) => node.type === 'FunctionDeclaration')
  const uses = new Set(freeReferences(parsed.program).map(({ name }) => name))
  return { ok: true, outline: { functions: functions.map((node) => outlineFunction(node, source)), uses } }
}

function outlineFunction(node: FunctionDeclaration, source: string): SkillOutline['functions'][number] {
  const { id, async, params } = node
  const alone: Program = { ...node, type: 'Program', body: [node], sourceType: 'script' }
  return {
    name: id.name,
    isAsync: async,
    parameters: params.flatMap(patternNames),
    source: source.slice(node.start, node.end),
    uses: new Set(freeReferences(alone).map(({ name }) => name)),
  }
}
