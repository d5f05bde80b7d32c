import type { Json } from '../core/json.ts'
import type { SkillLibrary } from '../core/memory.ts'
import type { Program } from '../core/program.ts'
import type { Skill, SkillDraft } from '../core/skill.ts'

/** Skill code with the library skills that it needs, and the versions that were taken. */
export interface AssembledProgram {
  readonly program: Program
  /** The skills that the entry itself calls. */
  readonly calls: Skill['calls']
}

/** The calls of a draft go to the newest versions, the calls of a library skill to the versions it was proved with. */
export function assembleProgram(
  draft: Pick<SkillDraft, 'name' | 'source'>,
  calls: readonly { readonly name: string; readonly version: number | null }[],
  values: readonly Json[],
  library: SkillLibrary,
): AssembledProgram {
  const callees = calls.map((call) => requireSkill(library, call.name, call.version))
  const modules = new Map<string, Skill>()
  for (const callee of callees) collect(callee, library, modules)
  modules.delete(draft.name)
  return {
    program: {
      entry: draft.name,
      arguments: [...values],
      modules: [
        ...[...modules.values()].map(({ name, source }) => ({ name, source })),
        { name: draft.name, source: draft.source },
      ],
    },
    calls: callees.map(({ name, version }) => ({ name, version })),
  }
}

/** One name means one function at run time: where two versions of a skill are pinned, the newer one serves both. */
function collect(skill: Skill, library: SkillLibrary, modules: Map<string, Skill>): void {
  const known = modules.get(skill.name)
  if (known !== undefined && known.version >= skill.version) return
  modules.set(skill.name, skill)
  for (const call of skill.calls) collect(requireSkill(library, call.name, call.version), library, modules)
}

function requireSkill(library: SkillLibrary, name: string, version: number | null): Skill {
  const skill = version === null ? library.find(name) : library.find(name, version)
  if (skill === null) {
    throw new Error(`The library has no skill "${name}"${version === null ? '' : ` in version ${version}`}.`)
  }
  return skill
}
