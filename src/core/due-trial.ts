import * as z from 'zod'
import { goalSchema } from './goal.ts'
import { jsonSchema } from './json.ts'

/** A trial that a skill of one's own is due: from another start, with the arguments that it was learned with. */
export const dueTrialSchema = z.strictObject({
  name: z.string(),
  version: z.number().int(),
  arguments: z.array(jsonSchema),
  /** What must hold afterwards. */
  goal: goalSchema,
  /** How long it may take at most. */
  ticks: z.number().int().positive(),
})

export type DueTrial = Readonly<z.infer<typeof dueTrialSchema>>
