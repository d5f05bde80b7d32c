import * as z from 'zod'
import type { ReplyForm } from '../model/reply-form.ts'
import type { SaidText } from '../prompt/read-prompt.ts'

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
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ schema: z.unknown() }).optional() })
    .nullish(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({ name: z.string(), parameters: z.unknown() }),
      }),
    )
    .nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
})

export type ChatRequest = z.infer<typeof chatRequestSchema>

/** How the request wants its JSON; text where it does not say. */
export function formIn({ tools, response_format: format }: ChatRequest): ReplyForm {
  if (tools && tools.length > 0) return 'tool'
  if (format?.type === 'json_schema') return 'schema'
  return format?.type === 'json_object' ? 'json' : 'text'
}

/** What models read of a request besides its messages: the shapes that they are held to. */
export function shapesIn({ tools, response_format: format }: ChatRequest): string {
  const shapes = [...(tools ?? []), ...(format?.json_schema === undefined ? [] : [format.json_schema])]
  return shapes.map((shape) => JSON.stringify(shape)).join('\n')
}

/** The texts of a request with who said them. */
export function textsOf({ messages }: ChatRequest): readonly SaidText[] {
  return messages.map(({ role, content }) => ({
    role,
    text: typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join(''),
  }))
}
