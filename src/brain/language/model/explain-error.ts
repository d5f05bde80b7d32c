import { APICallError } from '@ai-sdk/provider'
import { errorMessage } from '../../../core/errors.ts'
import type { ModelFailureKind } from '../../../core/model-call.ts'
import { failure, type ModelFailure } from './language-model.ts'
import { ReplyTooLong } from './limited-fetch.ts'

/** What failed, in our words. What a provider wrote is cut short and kept only for people. */
export function explainError(error: unknown, model: string, secrets: readonly string[]): ModelFailure {
  const { kind, text, retryAfterMs } = describe(error)
  return failure(kind, withoutSecrets(text, secrets), model, { retryAfterMs })
}

/** The text with every secret blacked out, and keys of well-known shapes. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .reduce((rest, secret) => rest.replaceAll(secret, '[key]'), text)
  return known.replaceAll(/\b(?:sk|pk|rk|gsk|xai|AIza|Bearer)[-_ ][\w.-]{12,}|\bAIza[\w-]{20,}/g, '[key]')
}

interface Described {
  readonly kind: ModelFailureKind
  readonly text: string
  readonly retryAfterMs: number | null
}

/** What Node and its fetch say when a connection ends in the middle of a reply. */
const BROKEN_OFF = /^(?:terminated|aborted|premature close|socket hang up|other side closed)/i

function describe(error: unknown): Described {
  if (findCause(error, ReplyTooLong)) return plain('too-long', 'The reply did not end.')
  if (causes(error).some((cause) => BROKEN_OFF.test(errorMessage(cause)))) {
    return plain('cut-off', 'The reply broke off.')
  }
  if (APICallError.isInstance(error) && error.statusCode !== undefined)
    return describeStatus(error, error.statusCode)
  const code = networkCode(error)
  if (code !== null) return plain('unreachable', `No connection: ${NETWORK_REASONS[code] ?? `${code}.`}`)
  const text = errorMessage(error)
  if (/fetch failed|Cannot connect/i.test(text)) return plain('unreachable', 'No connection.')
  return plain('malformed', `The reply could not be read: ${short(text)}`)
}

function describeStatus(error: APICallError, status: number): Described {
  const said = providerText(error)
  const text = `HTTP ${status}${said === '' ? '' : `: ${said}`}`
  if (status >= 200 && status < 300)
    return plain('malformed', `The reply could not be read: ${short(error.message)}`)
  if (status === 429)
    return { kind: 'rate-limited', text, retryAfterMs: retryAfter(error.responseHeaders ?? {}) }
  if (status === 408 || status === 409 || status >= 500) {
    return { kind: 'server-error', text, retryAfterMs: retryAfter(error.responseHeaders ?? {}) }
  }
  if (status === 413) return plain('too-long', text)
  return plain(status === 401 || status === 403 || status === 404 ? 'denied' : 'bad-request', text)
}

function plain(kind: ModelFailureKind, text: string): Described {
  return { kind, text, retryAfterMs: null }
}

/** Milliseconds that a provider asks to wait: a number of seconds, or a date that is compared with the reply's own. */
export function retryAfter(headers: Readonly<Record<string, string>>): number | null {
  const milliseconds = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] !== undefined && milliseconds >= 0) return milliseconds
  const value = headers['retry-after']
  if (value === undefined) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const due = Date.parse(value) - Date.parse(headers.date ?? '')
  return Number.isFinite(due) ? Math.max(0, due) : null
}

const MOST_CHARACTERS = 200

function providerText({ responseBody, message }: APICallError): string {
  return short(/"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(responseBody ?? '')?.[1] ?? message)
}

function short(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`
}

const NETWORK_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the server running?',
  ENOTFOUND: 'there is no such host; is the url right?',
  EAI_AGAIN: 'the name of the host cannot be looked up.',
  ETIMEDOUT: 'the host does not answer.',
  ECONNRESET: 'the host closed the connection.',
  EPIPE: 'the host closed the connection.',
}

function networkCode(error: unknown): string | null {
  for (const cause of causes(error)) {
    if (cause instanceof AggregateError) return networkCode(cause.errors[0])
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
    if (code in NETWORK_REASONS || code.startsWith('UND_ERR_CONNECT')) return code
  }
  return null
}

function findCause(error: unknown, type: typeof ReplyTooLong): boolean {
  return causes(error).some((cause) => cause instanceof type)
}

function causes(error: unknown): readonly unknown[] {
  const found: unknown[] = []
  for (let cause = error; cause !== undefined && cause !== null && found.length < 8; ) {
    found.push(cause)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return found
}
