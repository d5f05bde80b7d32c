import * as z from 'zod'
import { claimSchema } from './claim.ts'
import { groundsSchema } from './grounds.ts'

/** Where a belief comes from. */
export const beliefSourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('seen') }),
  z.strictObject({
    type: z.literal('told'),
    by: z.string(),
    message: z.string(),
    /** What the teller rests it on; left out where it did not say. */
    grounds: groundsSchema.optional(),
  }),
  z.strictObject({ type: z.literal('inferred'), from: z.array(z.string()) }),
  z.strictObject({ type: z.literal('innate') }),
])

/**
 * One thing that an agent holds true, or held true and gave up. A refuted belief stays, so that an agent can say what
 * it used to believe and what changed its mind.
 */
export const beliefSchema = z.strictObject({
  id: z.string(),
  /** What it is about: the world, how to do things, what was said, or another agent. */
  kind: z.enum(['perception', 'task', 'interaction', 'partner']),
  sentence: z.string(),
  claim: claimSchema.nullable(),
  source: beliefSourceSchema,
  tick: z.number().int(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  status: z.enum(['held', 'refuted']),
  /** Sentences that speak for or against it, oldest first. */
  evidence: z.array(z.string()),
})

export type BeliefSource = Readonly<z.infer<typeof beliefSourceSchema>>
export type Belief = Readonly<z.infer<typeof beliefSchema>>

/** A belief before the store has given it an id, a tick and a status. */
export type BeliefDraft = Pick<Belief, 'kind' | 'sentence' | 'claim' | 'source' | 'confidence'>
