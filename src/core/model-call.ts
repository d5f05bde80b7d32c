import * as z from 'zod'

/** What a language model is asked for. */
export const modelRoleSchema = z.enum([
  'propose',
  'author',
  'judge',
  'describe',
  'question',
  'answer',
  'reflect',
  'converse',
  'infer',
  'decompose',
])

/** Why a model gave nothing that could be used. */
export const modelFailureKindSchema = z.enum([
  /** 429: too many requests. */
  'rate-limited',
  /** 5xx. */
  'server-error',
  'unreachable',
  'timed-out',
  /** The reply broke off. */
  'cut-off',
  /** The reply, or the prompt, was longer than allowed. */
  'too-long',
  /** The provider's filter stopped it. */
  'refused',
  /** No key, a wrong key, no such model, no right to use it. */
  'denied',
  /** The provider did not understand the request. */
  'bad-request',
  /** The provider's reply was no reply: not JSON, or empty. */
  'malformed',
  /** A limit of the team file on calls, tokens or money is used up. */
  'over-budget',
  /** A replayed cassette does not hold the request. */
  'not-recorded',
  'aborted',
])

/** One question to a language model and what came of it, as the journal keeps it: no text of it, and never a key. */
export const modelCallSchema = z.strictObject({
  role: modelRoleSchema,
  /** `provider/model` that answered last. */
  model: z.string(),
  /** SHA-256 of the request, under which the call log of the run holds its full text. */
  request: z.string(),
  /** What the prompt was put together from, with tokens each; what did not fit has `left` entries left out. */
  parts: z.array(
    z.strictObject({
      name: z.string(),
      tokens: z.number().int().nonnegative(),
      left: z.number().int().nonnegative(),
    }),
  ),
  inputTokens: z.number().int().nonnegative(),
  outputTokens: z.number().int().nonnegative(),
  /** True where the provider did not count and we did. */
  estimated: z.boolean(),
  /** US dollars; null where the team file names no price. */
  cost: z.number().nonnegative().nullable(),
  /** Whether it was paid for now, or had been recorded before. */
  source: z.enum(['model', 'call-log', 'cassette']),
  /** `unusable`: there was a reply, and it was not what was asked for. */
  result: z.union([z.literal('used'), z.literal('unusable'), modelFailureKindSchema]),
  /** Why it failed or could not be used; empty where it was used. */
  reason: z.string(),
})

export type ModelRole = z.infer<typeof modelRoleSchema>
export type ModelFailureKind = z.infer<typeof modelFailureKindSchema>
export type ModelCall = Readonly<z.infer<typeof modelCallSchema>>
