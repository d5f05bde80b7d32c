import { createHash } from 'node:crypto'
import type { ModelRequest } from './language-model.ts'

/** The key under which call logs and cassettes hold a request: SHA-256 of who asks for what, in hexadecimal. */
export function requestKey({ agent, role, messages, json }: ModelRequest): string {
  const parts = [agent, role, json, messages.map(({ role: speaker, text }) => [speaker, text])]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
