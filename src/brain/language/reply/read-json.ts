import { jsonrepair } from 'jsonrepair'
import type * as z from 'zod'
import { fencedBlocks } from './fenced-blocks.ts'

/** What was read from a reply, or why it could not be used, in words for the model that wrote it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

/**
 * The JSON object of a reply: fenced, or standing in the text. What models get wrong in JSON is repaired (quotes, commas,
 * comments, a missing end); what does not fit the schema is explained.
 */
export function readJson<T>(reply: string, schema: z.ZodType<T>): Reading<T> {
  const candidates = jsonCandidates(reply)
  if (candidates.length === 0) return { ok: false, reason: 'There is no JSON object in the reply.' }
  let reason = ''
  for (const text of candidates) {
    const parsed = parse(text)
    if (parsed === undefined) continue
    const checked = schema.safeParse(parsed)
    if (checked.success) return { ok: true, value: checked.data }
    reason = checked.error.issues.slice(0, 3).map(explainIssue).join(' ')
  }
  return { ok: false, reason: reason === '' ? 'The JSON of the reply cannot be read.' : reason }
}

/** Texts that may be the object, the likeliest first. */
function jsonCandidates(reply: string): readonly string[] {
  const fenced = fencedBlocks(reply)
    .filter(({ language }) => ['', 'json', 'json5', 'jsonc'].includes(language))
    .map(({ text }) => text.trim())
    .filter((text) => text.startsWith('{'))
  const first = reply.indexOf('{')
  const last = reply.lastIndexOf('}')
  const standing = first < 0 ? [] : [reply.slice(first, last > first ? last + 1 : undefined)]
  return [...fenced.reverse(), ...standing]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    try {
      return JSON.parse(jsonrepair(text))
    } catch {
      return undefined
    }
  }
}

function explainIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? 'the object' : `"${issue.path.join('.')}"`
  return `${place}: ${issue.message.replace(/\.$/, '')}.`
}
