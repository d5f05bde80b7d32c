import * as z from 'zod'
import type { Json } from '../core/json.ts'
import { suggestion } from '../core/nearest-name.ts'

export type KeyPath = readonly PropertyKey[]

/** One thing that is wrong with a file. */
export interface DocumentIssue {
  /** Where; for an unknown key the path of that key. */
  readonly path: KeyPath
  /** What is there, why it cannot be used and what to write instead. */
  readonly message: string
}

/** Explains what the schema found, one issue per place, in words for the author of the file. */
export function explainIssues(
  error: z.ZodError,
  content: unknown,
  schema: z.ZodType,
): readonly DocumentIssue[] {
  return error.issues.flatMap((issue) => explain(issue, { content, schema }))
}

/** What was checked, and with what. */
interface Checked {
  readonly content: unknown
  readonly schema: z.ZodType
}

/** `agents[0].name`. */
export function formatKeyPath(path: KeyPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function explain(issue: z.core.$ZodIssue, checked: Checked): readonly DocumentIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown key "${formatKeyPath([...issue.path, key])}". ${suggestion(key, knownKeys(issue.path, checked.schema), 'keys')}`,
    }))
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors)
    if (branch !== null) {
      return branch.flatMap((part) => explain({ ...part, path: [...issue.path, ...part.path] }, checked))
    }
  }
  const value = valueAt(checked.content, issue.path)
  return [
    { path: issue.path, message: describeValue(issue.path, value) + reason(issue, value, checked.schema) },
  ]
}

/** The alternative that the author probably meant: one that fits at its root, with the fewest issues. */
function closestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | null {
  const fitting = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  )
  return fitting.sort((a, b) => a.length - b.length)[0] ?? null
}

function describeValue(path: KeyPath, value: unknown): string {
  const place = path.length === 0 ? 'the file' : `"${formatKeyPath(path)}"`
  if (value === undefined) return `${place} is missing: `
  return `${place} is ${shortJson(value)}: `
}

function reason(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it must be ${nameOfType(issue.expected)}${looksQuoted(issue.expected, value) ? '; leave out the quotes' : ''}.`
    case 'invalid_value':
      return `it must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(' or ')}.`
    case 'invalid_union':
      return `it must be ${alternatives(issue.errors) || allowedValues(issue.path, schema).join(' or ')}.`
    case 'too_small':
      return `it must ${issue.origin === 'array' ? 'have' : 'be'} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${entries(issue.origin)}.`
    case 'too_big':
      return `it must ${issue.origin === 'array' ? 'have' : 'be'} at most ${issue.maximum}${entries(issue.origin)}.`
    default:
      return issue.message
  }
}

function entries(origin: string): string {
  return origin === 'array' ? ' in the list' : ''
}

function alternatives(branches: readonly z.core.$ZodIssue[][]): string {
  const names = branches.flatMap((issues) => {
    const issue = issues.find((each) => each.path.length === 0)
    if (issue?.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value))
    if (issue?.code === 'invalid_type') return [nameOfType(issue.expected)]
    if (issue?.code === 'invalid_union') return [alternatives(issue.errors)]
    return []
  })
  return [...new Set(names)].join(' or ')
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  null: 'null',
}

function nameOfType(expected: string): string {
  return TYPE_NAMES[expected] ?? expected
}

function looksQuoted(expected: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false
  return expected === 'boolean'
    ? /^(true|false)$/.test(value)
    : /^(number|int)$/.test(expected) && !Number.isNaN(+value)
}

function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}

function valueAt(content: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? (value as Record<PropertyKey, unknown>)[key]
      : undefined
  }, content)
}

/** The keys that may stand at the place; alternatives of a union add up. */
function knownKeys(path: KeyPath, schema: z.ZodType): readonly string[] {
  return [...new Set(schemasAt(path, schema).flatMap((node) => Object.keys(node.properties ?? {})))]
}

/** The constants that may stand at the place, as JSON. */
function allowedValues(path: KeyPath, schema: z.ZodType): readonly string[] {
  return schemasAt(path, schema).flatMap((node) =>
    node.const === undefined ? [] : [JSON.stringify(node.const)],
  )
}

function schemasAt(path: KeyPath, schema: z.ZodType): readonly JsonSchema[] {
  const root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  return path.reduce<readonly JsonSchema[]>(
    (found, key) => found.flatMap((node) => alternativesOf(childOf(node, key), root)),
    alternativesOf(root, root),
  )
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly const?: Json
}

function childOf(node: JsonSchema, key: PropertyKey): JsonSchema | undefined {
  return typeof key === 'number' ? node.items : node.properties?.[String(key)]
}

function alternativesOf(node: JsonSchema | undefined, root: JsonSchema): readonly JsonSchema[] {
  if (node === undefined) return []
  if (node.$ref !== undefined) return alternativesOf(root.$defs?.[node.$ref.replace('#/$defs/', '')], root)
  const choices = node.anyOf ?? node.oneOf
  return choices === undefined ? [node] : choices.flatMap((choice) => alternativesOf(choice, root))
}
