import * as z from 'zod'

/** A service that speaks the embeddings part of OpenAI's HTTP interface. Keys come from the environment only. */
export const embeddingServiceSchema = z.strictObject({
  url: z.url().describe('Base address, such as "http://localhost:11434/v1".'),
  model: z.string().min(1),
  keyVariable: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, 'Give the name of an environment variable, never the key itself.')
    .nullable()
    .default(null)
    .describe('Environment variable that holds the key; null where the service needs none.'),
})

export type EmbeddingService = Readonly<z.infer<typeof embeddingServiceSchema>>
