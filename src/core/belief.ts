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

/** One thing that speaks for a belief or against it. */
export const evidenceSchema = z.strictObject({
  supports: z.boolean(),
  /** What was seen, said or known. */
  sentence: z.string(),
  source: beliefSourceSchema,
  /** When it came up. */
  tick: z.number().int(),
  /** How sure the one was who came up with it, 0 to 1. */
  confidence: z.number().min(0).max(1),
})

/** Journals that were written before evidence had a form hold it as plain sentences. */
const plainEvidenceSchema = z.string().transform(
  (sentence): z.infer<typeof evidenceSchema> => ({
    supports: !sentence.startsWith('Against: '),
    sentence: sentence.replace(/^(For|Against): /, ''),
    source: { type: 'inferred', from: [] },
    tick: 0,
    confidence: 0,
  }),
)

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
  /** `open`: as much speaks for it as for the belief that is held instead; acting on either can decide it. */
  status: z.enum(['held', 'refuted', 'open']),
  /** What speaks for and against it, oldest first. */
  evidence: z.array(z.union([evidenceSchema, plainEvidenceSchema])),
})

export type BeliefSource = Readonly<z.infer<typeof beliefSourceSchema>>
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>
export type Belief = Readonly<z.infer<typeof beliefSchema>>

/** A belief before the store has given it an id, a tick and a status. */
export type BeliefDraft = Pick<Belief, 'kind' | 'sentence' | 'claim' | 'source' | 'confidence'>
