import * as z from 'zod'
import { goalSchema } from './goal.ts'
import { jsonSchema } from './json.ts'

/** A JavaScript identifier that a skill may have as its name. */
export const skillNameSchema = z
  .string()
  .regex(/^[A-Za-z_$][\w$]{0,63}$/, 'A skill name is a JavaScript identifier.')

export const skillParameterSchema = z.strictObject({
  name: skillNameSchema,
  type: z.enum(['item', 'block', 'mob', 'count', 'position', 'text']),
  description: z.string(),
  /** Used where the caller gives no value; null means that the caller must. */
  default: jsonSchema,
})

/** What an author hands in: code with a header, not yet proved. */
export const skillDraftSchema = z.strictObject({
  name: skillNameSchema,
  /** One to three sentences about what it does and what it needs. */
  description: z.string().min(1),
  /** In the order of the function's arguments after `bot`. */
  parameters: z.array(skillParameterSchema),
  /** What must hold before, in terms of the parameters; null when it can start from anything. */
  precondition: goalSchema.nullable(),
  /** What holds afterwards, in terms of the parameters; null when no machine can check it. */
  postcondition: goalSchema.nullable(),
  /** One `async function name(bot, …)`, and helper functions if need be. */
  source: z.string().min(1),
  /** Names of the skills that the source calls. */
  calls: z.array(skillNameSchema),
})

export const skillStatisticsSchema = z.strictObject({
  runs: z.number().int().nonnegative(),
  successes: z.number().int().nonnegative(),
  /** Tick of the last run; null before the first. */
  lastTick: z.number().int().nullable(),
})

/**
 * A skill of the library. `provisional` after its first success; `verified` once it held again from another start;
 * `retired` when it failed too often. Versions of one name count from 1; a version's source never changes.
 */
export const skillSchema = z.strictObject({
  ...skillDraftSchema.omit({ calls: true }).shape,
  version: z.number().int().positive(),
  status: z.enum(['provisional', 'verified', 'retired']),
  /** The skills that it calls, pinned to the versions that it was proved with. */
  calls: z.array(z.strictObject({ name: skillNameSchema, version: z.number().int().positive() })),
  provenance: z.strictObject({
    /** The agent that wrote it, `seed` for skills that ship with Kithcraft, or the name of an imported library. */
    author: z.string(),
    /** Text of the task that it was written for. */
    task: z.string(),
    run: z.string(),
    tick: z.number().int(),
  }),
  statistics: skillStatisticsSchema,
})

export type SkillParameter = Readonly<z.infer<typeof skillParameterSchema>>
export type SkillDraft = Readonly<z.infer<typeof skillDraftSchema>>
export type SkillStatistics = Readonly<z.infer<typeof skillStatisticsSchema>>
export type Skill = Readonly<z.infer<typeof skillSchema>>

/** Whether the skill ships with Kithcraft: every agent has it from the start. */
export function isSeed({ provenance }: Pick<Skill, 'provenance'>): boolean {
  return provenance.author === 'seed'
}
