import { createHash } from 'node:crypto'
import type { Json } from '../../../core/json.ts'
import type { ModelRequest } from './language-model.ts'

/** The key under which call logs and cassettes hold a request: SHA-256 of who asks for what, in hexadecimal. */
export function requestKey({
  agent,
  role,
  messages,
  json,
}: Pick<ModelRequest, 'agent' | 'role' | 'messages' | 'json'>): string {
  return hashed([agent, role, json, messages.map(({ role: speaker, text }) => [speaker, text])])
}

/** The gist of a request: the same for the same question in another place or at another time. */
export function gistKey(parts: readonly Json[]): string {
  return hashed(parts)
}

function hashed(parts: readonly Json[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
