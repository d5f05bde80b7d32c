import type { AttemptLimits, ServerAddress } from '../../core/body.ts'
import type { Json } from '../../core/json.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { Skill } from '../../core/skill.ts'
import type { GameVersion } from '../team-schema.ts'

/** What a recorded skill is run again with. */
export interface SkillRunOptions {
  readonly skill: Skill
  /** The other skills of its library: those that it calls are taken from here, in the pinned versions. */
  readonly library: readonly Skill[]
  readonly arguments: readonly Json[]
  /** Where to run it: the embedded server with a world, or a server that is reached over the network. */
  readonly place: SkillRunPlace
  readonly limits: AttemptLimits
  readonly signal: AbortSignal
  readonly log: (line: string) => void
}

export type SkillRunPlace =
  | {
      readonly type: 'world'
      readonly world: string
      readonly seed: number
      readonly version: GameVersion
    }
  | { readonly type: 'server'; readonly server: ServerAddress }

/** What became of it. */
export interface SkillRunResult {
  readonly outcome: Outcome
  /** Whether the postcondition holds afterwards; also true when the skill has none and completed. */
  readonly held: boolean
  /** What is missing when it does not hold; empty otherwise. */
  readonly missing: string
}

/** Runs one skill with one bot. Rejects with an InfrastructureError. `run-skill.ts` is the implementation. */
export type RunSkill = (options: SkillRunOptions) => Promise<SkillRunResult>
