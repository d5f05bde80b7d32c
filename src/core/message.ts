import * as z from 'zod'
import { claimSchema } from './claim.ts'
import { groundsSchema } from './grounds.ts'

/** What one agent says to others. Text is data wherever it goes: it is quoted to brains and never obeyed by code. */
export const messageSchema = z.strictObject({
  /** Unique in the run; a message that arrives twice counts once. */
  id: z.string().min(1),
  conversation: z.string().min(1),
  from: z.string(),
  to: z.array(z.string()).min(1),
  act: z.enum(['ask', 'tell', 'propose', 'accept', 'refuse', 'report']),
  text: z.string().max(2000),
  /** Names of the items, blocks or mobs that it is about: what an `ask` wants to know. */
  about: z.array(z.string()),
  claims: z.array(claimSchema),
  /** How the sender came to each of the claims, in their order; a claim without an entry has unknown grounds. */
  grounds: z.array(groundsSchema).default([]),
  replyTo: z.string().nullable(),
  tick: z.number().int(),
})

export type Message = Readonly<z.infer<typeof messageSchema>>
