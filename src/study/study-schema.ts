import * as z from 'zod'
import { jsonSchema } from '../core/json.ts'
import { DEFAULT_MEASURES, measureNames } from './measures.ts'

/** Names become folders and parts of commands. */
const name = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._=-]*$/,
    'it must be a word of letters, digits, dots, dashes, underscores and =, since folders are named after it.',
  )

/** Keys of a team file, as they would stand there; `agents` and `everyone` are described in the README. */
const overridesSchema = z.record(z.string(), jsonSchema)

const variantSchema = z.strictObject({
  name,
  description: z.string().default(''),
  refutedBy: z
    .enum(['acting', 'telling'])
    .optional()
    .describe('Of a task with a false belief: whether acting on it can refute it, or only a partner can.'),
  set: overridesSchema.default({}).describe('What is different from the base, as keys of a team file.'),
})

/** One condition for each value of a key. */
const sweepSchema = z.strictObject({
  sweep: z
    .string()
    .regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/, 'it must be keys of a team file joined by dots.')
    .describe('Key of a team file, such as limits.communicationRounds.'),
  values: z.array(jsonSchema).min(1),
  description: z.string().default(''),
  set: overridesSchema.default({}),
})

const comparisonSchema = z.strictObject({ from: name, to: name })

/** A study as it is written by hand, in YAML or JSON. */
export const studyFileSchema = z
  .strictObject({
    name,
    description: z.string().default('').describe('What is asked, and what is expected.'),
    base: z
      .union([z.string().min(1), overridesSchema])
      .describe('A team file: its path, or its content. All conditions start from it.'),
    subjects: z
      .array(z.string().min(1))
      .min(1)
      .nullable()
      .default(null)
      .describe('Agents whose success, attempts, items and milestones count; null for all.'),
    seeds: z
      .union([z.int().min(1).max(10_000), z.array(z.int()).min(1)])
      .default(20)
      .describe('How many seeds, counted from 1, or which.'),
    tasks: z
      .array(variantSchema)
      .min(1)
      .optional()
      .describe('What is done in all conditions, each with a goal or a setting of its own.'),
    conditions: z.array(z.union([variantSchema, sweepSchema])).min(1),
    measures: z
      .array(z.enum(measureNames))
      .min(1)
      .default([...DEFAULT_MEASURES])
      .describe('What the report shows; the results hold all.'),
    compare: z
      .array(comparisonSchema)
      .optional()
      .describe('Pairs of conditions; without it, each with the first.'),
  })
  .meta({ title: 'Kithcraft study', description: 'Conditions, seeds and measures.' })

export type StudyFile = Readonly<z.infer<typeof studyFileSchema>>
export type Overrides = Readonly<z.infer<typeof overridesSchema>>
export type StudyVariant = Readonly<z.infer<typeof variantSchema>>
