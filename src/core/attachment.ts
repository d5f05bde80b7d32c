import * as z from 'zod'
import { goalSchema } from './goal.ts'
import { itemCountsSchema } from './item-counts.ts'
import { jsonSchema } from './json.ts'
import { positionSchema } from './position.ts'
import { skillDraftSchema, skillSchema } from './skill.ts'

/** At most this many skills travel in one message: a skill with all that it calls. */
const MOST_SKILLS = 32

/** What a message carries beside its words and claims. It is data: whoever gets it decides what to make of it. */
export const attachmentSchema = z.discriminatedUnion('type', [
  /** With `ask`: the sender wants these items and can be met at the place until the tick, unless they are to be put into a chest. */
  z.strictObject({
    type: z.literal('item-request'),
    items: itemCountsSchema,
    place: positionSchema,
    until: z.number().int(),
    /** By hand unless given. */
    by: z.enum(['hand', 'chest']).optional(),
  }),
  /** With `accept`: the sender will bring these items to the place, by the tick. */
  z.strictObject({
    type: z.literal('handover'),
    items: itemCountsSchema,
    place: positionSchema,
    until: z.number().int(),
    /** Whether the items are handed over in person or put into a chest at the place. */
    by: z.enum(['hand', 'chest']),
  }),
  /** With `propose`: skills as the sender's library holds them; each comes after those that it calls. */
  z.strictObject({ type: z.literal('skills'), skills: z.array(skillSchema).min(1).max(MOST_SKILLS) }),
  /** With `ask`: code of the sender's that failed, and how. */
  z.strictObject({
    type: z.literal('failed-code'),
    task: z.string(),
    goal: goalSchema.nullable(),
    draft: skillDraftSchema,
    arguments: z.array(jsonSchema),
    /** How the run ended; `rejected` when the static check let it not run. */
    status: z.string(),
    error: z.string().nullable(),
    critique: z.string(),
  }),
  /** With `correct`: code that should do what the failed one was meant for. */
  z.strictObject({
    type: z.literal('fixed-code'),
    draft: skillDraftSchema,
    arguments: z.array(jsonSchema),
  }),
  /** With `propose`: the sender wants this done; `text` says it in words. */
  z.strictObject({ type: z.literal('task'), goal: goalSchema, text: z.string().min(1) }),
])

export type Attachment = Readonly<z.infer<typeof attachmentSchema>>
