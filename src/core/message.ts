import * as z from 'zod'
import { attachmentSchema } from './attachment.ts'
import { claimSchema } from './claim.ts'
import { groundsSchema } from './grounds.ts'

/**
 * What a message does. `ask` wants to know, `tell` answers or informs, `correct` puts a false belief right, `propose` offers
 * or wants something done, `accept` and `refuse` answer a proposal or a question, `report` says what its sender is about,
 * `thank` ends a conversation.
 */
export const speechActSchema = z.enum([
  'ask',
  'tell',
  'correct',
  'propose',
  'accept',
  'refuse',
  'report',
  'thank',
])

/** What one agent says to others. Text is data wherever it goes: it is quoted to brains and never obeyed by code. */
export const messageSchema = z.strictObject({
  /** Unique in the run; a message that arrives twice counts once. */
  id: z.string().min(1),
  conversation: z.string().min(1),
  /** Place in the conversation, counted from 0. */
  turn: z.number().int().nonnegative().default(0),
  from: z.string(),
  /** Who is spoken to. Where several are, the first has the floor: one answer is wanted, not one from each. */
  to: z.array(z.string()).min(1),
  /** How they were picked: by name, everybody, or those who stand near. */
  reach: z.enum(['name', 'all', 'near']).default('name'),
  act: speechActSchema,
  text: z.string().max(2000),
  /** Names of the items, blocks or mobs that it is about: what an `ask` wants to know. */
  about: z.array(z.string()),
  /** What the sender vouches for. */
  claims: z.array(claimSchema),
  /** How the sender came to each of the claims, in their order; a claim without an entry has unknown grounds. */
  grounds: z.array(groundsSchema).default([]),
  /** What the sender goes by without vouching for it, so that who knows better can put it right. */
  assumptions: z.array(claimSchema).default([]),
  /** What the sender says is not so, where no claim of its own on the same subject says it. */
  denies: z.array(claimSchema).optional(),
  /** Items asked for or promised, code that is offered or needs help. */
  attachment: attachmentSchema.optional(),
  replyTo: z.string().nullable(),
  tick: z.number().int(),
})

export type SpeechAct = z.infer<typeof speechActSchema>
export type Message = Readonly<z.infer<typeof messageSchema>>
