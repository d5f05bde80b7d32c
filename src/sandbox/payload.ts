import type { Json } from '../core/json.ts'

const MAX_DEPTH = 16
const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Whether a value that `JSON.parse` made of untrusted text is safe to hand on: not nested so deeply that walking it
 * overflows a stack, and free of keys that reach a prototype when an object is copied.
 */
export function isSafePayload(value: unknown, depth = 0): value is Json {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) return value.every((entry) => isSafePayload(entry, depth + 1))
  return Object.entries(value).every(
    ([key, entry]) => !DANGEROUS_KEYS.has(key) && isSafePayload(entry, depth + 1),
  )
}
