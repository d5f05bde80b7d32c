import * as z from 'zod'

/** What a process asks the thread that holds the sentence model. */
export const embeddingRequestSchema = z.strictObject({ id: z.number().int(), texts: z.array(z.string()) })

/** What the thread answers. */
export const embeddingReplySchema = z.discriminatedUnion('type', [
  /** The model is loaded; `line` says what computes. */
  z.strictObject({ type: z.literal('ready'), line: z.string() }),
  z.strictObject({ type: z.literal('broken'), reason: z.string() }),
  z.strictObject({
    type: z.literal('vectors'),
    id: z.number().int(),
    vectors: z.array(z.instanceof(Float32Array)),
  }),
  z.strictObject({ type: z.literal('failed'), id: z.number().int(), reason: z.string() }),
])

export type EmbeddingReply = z.infer<typeof embeddingReplySchema>
