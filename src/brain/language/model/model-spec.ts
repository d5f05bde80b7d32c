import * as z from 'zod'
import { modelRoleSchema } from '../../../core/model-call.ts'
import { suggestion } from '../../../core/nearest-name.ts'
import { isProviderName, PROVIDER_NAMES, type ProviderName } from './providers.ts'
import { replyFormSchema } from './reply-form.ts'

const count = (what: string) => z.int().positive().describe(what)

/** A model and how it is to be asked, as a team file says it. */
export const modelSpecSchema = z.strictObject({
  provider: z.enum(PROVIDER_NAMES as [ProviderName, ...ProviderName[]]),
  model: z.string().min(1).describe("The provider's name of the model."),
  url: z.url().optional().describe("Where the API lies, where that is not the provider's usual place."),
  keyVariable: z
    .string()
    .regex(
      /^[A-Za-z_]\w*$/,
      'it must be the name of an environment variable; keys themselves stay out of files.',
    )
    .optional()
    .describe('The environment variable that holds the key.'),
  contextTokens: count('What the model can see at a time, its reply included.').optional(),
  promptTokens: count('Longest prompt; what matters least is left out of it.').default(6000),
  replyTokens: count('Longest reply.').default(2000),
  temperature: z.number().min(0).max(2).nullable().optional().describe("null leaves it at the provider's."),
  price: z
    .strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() })
    .optional()
    .describe('US dollars for a million tokens.'),
  stream: z.boolean().default(true).describe('Whether replies come piece by piece.'),
  structured: z
    .enum(['auto', ...replyFormSchema.options])
    .default('auto')
    .describe(
      'How the model is held to JSON where JSON is wanted: by a "schema", a "tool" that it calls, "json" of any shape, ' +
        'or "text", which asks for it in words; "auto" finds out what the model takes.',
    ),
  jsonMode: z.boolean().optional().describe('Older way to say structured: json.'),
  timeoutSeconds: z
    .number()
    .positive()
    .default(120)
    .describe('After so long without a whole reply a try has failed.'),
  tries: z.int().min(1).max(20).default(5).describe('How often a request is sent at most.'),
  parallel: count('Requests under way at once.').default(4),
  perMinute: count('Requests started in a minute.').optional(),
})

/** `openai/gpt-5-mini`, the name of a model of the team file, or `planner`. */
export const modelNameSchema = z.string().min(1)

const choiceSchema = z.union([modelNameSchema, modelSpecSchema])

/** Limits on what models may cost. What is left out is not limited. */
export const budgetSchema = z.strictObject({
  calls: count('Requests that reach a provider.').optional(),
  tokens: count('Tokens, prompts and replies together.').optional(),
  money: z.number().positive().optional().describe('US dollars; needs a price for each model.'),
})

/** What an agent thinks with: one choice for everything, or a choice with exceptions. */
export const brainSpecSchema = z.union([
  modelNameSchema,
  modelSpecSchema,
  z.strictObject({
    use: choiceSchema.describe('What plays the roles that are not listed.'),
    roles: z.partialRecord(modelRoleSchema, choiceSchema).default({}),
    fallback: z
      .array(choiceSchema)
      .default([])
      .describe('What takes over, in this order, when a model fails or its budget is used up.'),
    budget: budgetSchema.prefault({}).describe('Limits for this agent alone, over the whole run.'),
  }),
])

export const teamBudgetSchema = z.strictObject({
  run: budgetSchema
    .prefault({})
    .describe('All agents together, over the whole run, however often it is resumed.'),
  session: budgetSchema.prefault({}).describe('All agents together, from one start of the run to its end.'),
  agent: budgetSchema.prefault({}).describe('Each agent, over the whole run.'),
})

export type ModelSpec = Readonly<z.infer<typeof modelSpecSchema>>
export type Budget = Readonly<z.infer<typeof budgetSchema>>
export type BrainSpec = Readonly<z.infer<typeof brainSpecSchema>>
export type TeamBudget = Readonly<z.infer<typeof teamBudgetSchema>>
export type ModelChoice = z.infer<typeof choiceSchema>

/** The planner, which needs no model. */
export const PLANNER = 'planner'

/** What a choice stands for: a model, the planner, or a mistake in words. */
export type ResolvedChoice =
  | { readonly type: 'planner' }
  | { readonly type: 'model'; readonly spec: ModelSpec }
  | { readonly type: 'unknown'; readonly reason: string }

/**
 * Looks a choice up.
 *
 * @param named the models that the team file names
 */
export function resolveChoice(
  choice: ModelChoice,
  named: Readonly<Record<string, ModelSpec>>,
): ResolvedChoice {
  if (typeof choice !== 'string') return withUrl(choice)
  if (choice === PLANNER) return { type: 'planner' }
  const byName = Object.hasOwn(named, choice) ? named[choice] : undefined
  if (byName !== undefined) return withUrl(byName)
  const [provider = '', ...rest] = choice.split('/')
  const model = rest.join('/')
  if (model === '') {
    const names = [PLANNER, ...Object.keys(named)]
    return unknown(
      `it is neither "planner" nor a model of "models". ${suggestion(choice, names, 'names')} ` +
        `A model is written provider/model, such as "openai/gpt-5-mini"; known providers: ${PROVIDER_NAMES.join(', ')}.`,
    )
  }
  if (!isProviderName(provider)) {
    return unknown(
      `unknown provider "${provider}". Known providers: ${PROVIDER_NAMES.join(', ')}. For any other server that speaks ` +
        "OpenAI's protocol write { provider: compatible, model: …, url: … }.",
    )
  }
  return withUrl(modelSpecSchema.parse({ provider, model }))
}

function withUrl(spec: ModelSpec): ResolvedChoice {
  if (spec.provider !== 'compatible' || spec.url !== undefined) return { type: 'model', spec }
  return unknown(`the provider "compatible" needs the url of the server, such as "http://127.0.0.1:8080/v1".`)
}

function unknown(reason: string): ResolvedChoice {
  return { type: 'unknown', reason }
}
