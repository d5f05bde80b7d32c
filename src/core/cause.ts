import * as z from 'zod'

/** What led to an act: a percept, beliefs and a desire. The act and its outcome are in the events that carry it. */
export const causeSchema = z.strictObject({
  /** Tick of the percept that it was decided on: the agent's last `state-seen` of that tick. */
  percept: z.number().int(),
  /** Ids of the beliefs that it rests on; `innate:KEY` for a claim that was known from the start and never questioned. */
  beliefs: z.array(z.string()),
  /** The task that it serves; null for none, such as an answer to somebody else. */
  task: z.string().nullable(),
})

export type Cause = Readonly<z.infer<typeof causeSchema>>
