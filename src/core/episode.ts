import * as z from 'zod'
import { goalSchema } from './goal.ts'

/** What an agent remembers of one step: the task, what it tried, how it went and what it makes of it. */
export const episodeSchema = z.strictObject({
  id: z.string(),
  tick: z.number().int(),
  task: z.string(),
  goal: goalSchema.nullable(),
  success: z.boolean(),
  attempts: z.array(
    z.strictObject({
      skill: z.string(),
      source: z.string(),
      /** The outcome's status, or `rejected` when the static check found something. */
      status: z.string(),
      critique: z.string(),
    }),
  ),
  /** Ids of the conversations that were held for it. */
  conversations: z.array(z.string()),
  /** One or two sentences for later recall. */
  summary: z.string(),
})

export type Episode = Readonly<z.infer<typeof episodeSchema>>
