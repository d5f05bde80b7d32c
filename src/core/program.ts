import * as z from 'zod'
import { jsonSchema } from './json.ts'
import { skillNameSchema } from './skill.ts'

/** Code that is ready to be run: an entry function, its arguments, and the sources of all skills that it may call. */
export const programSchema = z.strictObject({
  /** Name of the function to call with `(bot, ...arguments)`. */
  entry: skillNameSchema,
  arguments: z.array(jsonSchema),
  /** Each source defines the function of its name, and may call the other modules by theirs. */
  modules: z.array(z.strictObject({ name: skillNameSchema, source: z.string() })),
})

export type Program = Readonly<z.infer<typeof programSchema>>

/** Something that the static check found in skill code. Lines count from 1 in the author's source. */
export interface Finding {
  /** Stable name of the rule that was broken, such as `no-loop-without-act` or `syntax`. */
  readonly rule: string
  /** What is wrong and how to write it instead. */
  readonly message: string
  readonly line: number
  readonly column: number
}

/**
 * Checks skill code without running it. An empty list means that the sandbox will accept it.
 *
 * @param name the function that the source must define
 * @param callable names of other skills that it may call
 */
export type CheckSkill = (name: string, source: string, callable: readonly string[]) => readonly Finding[]
