import * as z from 'zod'
import type { Json } from '../../../core/json.ts'
import type { ProviderName } from './providers.ts'

/**
 * How a model is held to one JSON object: by a schema that its reply is decoded with, by a tool that it has to call, by
 * JSON of any shape, or by words alone.
 */
export const replyFormSchema = z.enum(['schema', 'tool', 'json', 'text'])

export type ReplyForm = z.infer<typeof replyFormSchema>

/** JSON Schema of an object. */
export type JsonShape = Readonly<Record<string, Json>>

/**
 * The shape for models to fill. It keeps to what all providers take: plain objects with every property required, lists,
 * strings, numbers, booleans, and null beside them.
 */
export function shapeOf(schema: z.ZodObject): JsonShape {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema)
  return JSON.parse(JSON.stringify(shape)) as JsonShape
}

/**
 * The forms that are worth trying, the surest first. Decoding by a schema comes first where providers have it; Anthropic
 * and DeepSeek have tools instead.
 */
export function formsOf(provider: ProviderName): readonly ReplyForm[] {
  if (provider === 'anthropic') return ['tool', 'text']
  if (provider === 'deepseek') return ['tool', 'json', 'text']
  return ['schema', 'tool', 'json', 'text']
}
