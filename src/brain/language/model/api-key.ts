import type { ModelSpec } from './model-spec.ts'
import { PROVIDERS, type Provider } from './providers.ts'

/** The environment that keys are read from. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A model's key, or why there is none. */
export type ApiKey =
  | { readonly type: 'key'; readonly variable: string; readonly key: string }
  | { readonly type: 'none-needed' }
  | { readonly type: 'missing'; readonly variable: string }

/** Google's own tools use the second name. */
const OTHER_NAMES: Readonly<Record<string, string>> = { GOOGLE_GENERATIVE_AI_API_KEY: 'GEMINI_API_KEY' }

/** Looks for the model's key in the environment: the only place where keys are read. */
export function findApiKey(spec: ModelSpec, environment: Environment): ApiKey {
  const provider: Provider = PROVIDERS[spec.provider]
  const named = spec.keyVariable !== undefined
  const variable = spec.keyVariable ?? provider.keyVariable
  if (variable === null) return { type: 'none-needed' }
  const other = named ? undefined : OTHER_NAMES[variable]
  for (const name of other === undefined ? [variable] : [variable, other]) {
    const key = environment[name]?.trim()
    if (key) return { type: 'key', variable: name, key }
  }
  return provider.keyIsOptional && !named ? { type: 'none-needed' } : { type: 'missing', variable }
}

/** What to tell who has not set a key. */
export function missingKeyMessage(spec: ModelSpec, variable: string): string {
  return (
    `The model "${spec.provider}/${spec.model}" needs a key, and the environment variable ${variable} is not set. ` +
    `Set it (export ${variable}=…), or name another variable with "keyVariable". Keys in files are not read.`
  )
}
