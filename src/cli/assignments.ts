import { InputError } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import { jsonOrText } from './option-parsers.ts'

/** What `key=value` on a command line sets: a path of keys and a value. */
export interface Assignment {
  readonly path: readonly string[]
  readonly value: Json
}

/** Reads `claim.tools=["wooden_pickaxe"]`: JSON where the value is JSON, otherwise text. Throws an InputError. */
export function readAssignment(text: string): Assignment {
  const [, key, value] = /^([\w$]+(?:\.[\w$]+)*)=(.*)$/s.exec(text) ?? []
  if (key === undefined || value === undefined) {
    throw new InputError(
      `Cannot read "${text}": write what to change as key=value, such as status=refuted or claim.count=3.`,
    )
  }
  return { path: key.split('.'), value: jsonOrText(value) }
}

/** The record with the values put in; what is not named stays. Objects on the way are made where there are none. */
export function assign(record: unknown, assignments: readonly Assignment[]): unknown {
  return assignments.reduce<unknown>((value, { path, value: put }) => withValue(value, path, put), record)
}

function withValue(record: unknown, [key, ...rest]: readonly string[], value: Json): unknown {
  if (key === undefined) return value
  if (Array.isArray(record) && /^\d+$/.test(key)) {
    return record.map((entry, index) => (index === Number(key) ? withValue(entry, rest, value) : entry))
  }
  const fields = typeof record === 'object' && record !== null && !Array.isArray(record) ? record : {}
  const known: unknown = Object.hasOwn(fields, key) ? Reflect.get(fields, key) : undefined
  return { ...fields, [key]: withValue(known, rest, value) }
}
