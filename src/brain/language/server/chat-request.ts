import * as z from 'zod'

/** The part of an OpenAI chat request that the server looks at. */
export const chatRequestSchema = z.object({
  model: z.string(),
  messages: z
    .array(
      z.object({
        role: z.string(),
        content: z
          .union([z.string(), z.array(z.object({ type: z.string(), text: z.string().optional() }))])
          .nullish(),
      }),
    )
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
})

export type ChatRequest = z.infer<typeof chatRequestSchema>

/** The texts of a request with who said them. */
export interface SaidText {
  readonly role: string
  readonly text: string
}

export function textsOf({ messages }: ChatRequest): readonly SaidText[] {
  return messages.map(({ role, content }) => ({
    role,
    text: typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join(''),
  }))
}
