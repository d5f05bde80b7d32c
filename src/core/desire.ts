import * as z from 'zod'
import { goalSchema } from './goal.ts'
import { tallySchema } from './percept.ts'

/** A task that an agent wants done: a text for minds, and a goal that the world is checked against where there is one. */
export const taskSchema = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  goal: goalSchema.nullable(),
  /** Who wants it: the curriculum, the team file, or the name of another agent or player. */
  proposedBy: z.string(),
  /** What it is good for, in the words of who proposed it. */
  purpose: z.string().optional(),
  /** What others are to be asked, where that is all there is to do. It is done when somebody's answer taught something. */
  asks: z.string().min(1).optional(),
  /** Tick at which it was taken up. */
  tick: z.number().int(),
  /** Counts at that moment, which `killed` and `consumed` goals are measured from. */
  baseline: tallySchema,
  /** `set-aside`: something was learned about it, so it is planned anew before it is tried again. */
  status: z.enum(['open', 'done', 'set-aside', 'given-up']),
  /** Attempts made at it so far. */
  attempts: z.number().int().nonnegative(),
  /** Why it was given up. */
  reason: z.string().nullable(),
})

export type Task = Readonly<z.infer<typeof taskSchema>>

/** A task that was thought of and not yet taken up. */
export type TaskProposal = Pick<Task, 'text' | 'goal' | 'proposedBy' | 'purpose' | 'asks'>
