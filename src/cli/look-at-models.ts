import { brainSettings } from '../brain/language/brain-settings.ts'
import {
  type ApiKey,
  type Environment,
  findApiKey,
  missingKeyMessage,
} from '../brain/language/model/api-key.ts'
import { explainError } from '../brain/language/model/explain-error.ts'
import { limitedFetch } from '../brain/language/model/limited-fetch.ts'
import type { ModelSpec } from '../brain/language/model/model-spec.ts'
import { modelUrl } from '../brain/language/model/provider-client.ts'
import { PROVIDERS, type Protocol, type Provider } from '../brain/language/model/providers.ts'
import type { Check, Finding } from './commands/doctor.ts'
import type { TeamFile } from './team-schema.ts'

/** A provider that has not answered after so long does not answer. */
const PATIENCE_MS = 10_000
const MOST_BYTES = 8_000_000

/** Says for which providers a key is set; runs need none. */
export function lookAtKeys(environment: Environment): Finding {
  const providers: readonly Provider[] = Object.values(PROVIDERS)
  const variables = providers.flatMap(({ keyVariable }) => keyVariable ?? [])
  const set = variables.filter((variable) => environment[variable]?.trim())
  if (set.length > 0) return { status: 'ok', text: `set: ${set.join(', ')}` }
  return { status: 'ok', text: 'none is set; planners and models on this machine need none' }
}

/** A check for each model that the team may ask. Providers list their models without charge: nothing is generated. */
export function modelChecks(team: TeamFile, environment: Environment): readonly Check[] {
  const specs = team.agents.flatMap(({ brain }) => brainSettings(brain, team.models, {}).all)
  const distinct = new Map(specs.map((spec) => [`${spec.provider}/${spec.model} ${modelUrl(spec)}`, spec]))
  return [...distinct.values()].map((spec) => ({
    name: `${spec.provider}/${spec.model}`,
    look: () => lookAtModel(spec, environment),
  }))
}

/** Whether the model's API can be reached, takes the key and has the model. */
export async function lookAtModel(spec: ModelSpec, environment: Environment): Promise<Finding> {
  const key = findApiKey(spec, environment)
  if (key.type === 'missing') return { status: 'failed', text: missingKeyMessage(spec, key.variable) }
  const url = modelUrl(spec)
  try {
    const response = await limitedFetch(MOST_BYTES)(`${url}/models`, {
      headers: headersFor(PROVIDERS[spec.provider].protocol, key),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return judgeResponse(spec, key, response.status, await response.text())
  } catch (error) {
    const { message } = explainError(error, spec.model, key.type === 'key' ? [key.key] : [])
    return { status: 'failed', text: `${url}: ${message}` }
  }
}

function headersFor(protocol: Protocol, key: ApiKey): Readonly<Record<string, string>> {
  if (key.type !== 'key') return {}
  if (protocol === 'anthropic') return { 'x-api-key': key.key, 'anthropic-version': '2023-06-01' }
  if (protocol === 'google') return { 'x-goog-api-key': key.key }
  return { authorization: `Bearer ${key.key}` }
}

function judgeResponse(spec: ModelSpec, key: ApiKey, status: number, body: string): Finding {
  const url = modelUrl(spec)
  if (status === 401 || status === 403) {
    const advice =
      key.type === 'key' ? `Is ${key.variable} right?` : 'It wants a key: name its "keyVariable".'
    return { status: 'failed', text: `${url} refuses access (HTTP ${status}). ${advice}` }
  }
  if (status === 404)
    return { status: 'warning', text: `${url} answers, but lists no models. Is the url right?` }
  if (status >= 400) return { status: 'failed', text: `${url} answers with HTTP ${status}` }
  if (body.includes(`${spec.model}"`)) return { status: 'ok', text: `${url} has it` }
  return { status: 'warning', text: `${url} answers, but does not list "${spec.model}"` }
}
