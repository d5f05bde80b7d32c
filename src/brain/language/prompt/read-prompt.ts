import { type ModelRole, modelRoleSchema } from '../../../core/model-call.ts'
import { unquote } from './quote.ts'

/** A prompt of ours, taken apart again: what it is for, and its paragraphs by what they begin with. */
export interface ReadPrompt {
  readonly role: ModelRole
  /** The text behind a label such as `Goal, checked by machine`, in the same line; empty without one. */
  line(label: string): string
  /** The lines below a label that ends its line. */
  block(label: string): readonly string[]
  readonly text: string
  /** What the model was told about its earlier replies to this very request. */
  readonly complaints: readonly string[]
}

/** A part of a conversation. */
export interface SaidText {
  readonly role: string
  readonly text: string
}

/** Reads a request that was assembled from our prompts; null for any other. */
export function readPrompt(messages: readonly SaidText[]): ReadPrompt | null {
  const asked = messages.filter(({ role }) => role === 'user')
  const text = asked[0]?.text ?? ''
  const role = modelRoleSchema.safeParse(/^Request: (\w+)$/m.exec(text)?.[1])
  if (!role.success) return null
  const lines = text.split('\n')
  return {
    role: role.data,
    text,
    line: (label) => lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2) ?? '',
    block: (label) => {
      const start = lines.indexOf(`${label}:`)
      if (start < 0) return []
      const rest = lines.slice(start + 1)
      const end = rest.indexOf('')
      return end < 0 ? rest : rest.slice(0, end)
    },
    complaints: asked.slice(1).map((message) => message.text),
  }
}

/** `3 oak_log, 1 stick` as counts. */
export function readCounts(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...text.matchAll(/(\d+) ([a-z][a-z0-9_]*)/g)].map(([, count, item = '']) => [item, Number(count)]),
  )
}

/** `oak_log 4, stone 7` as names with numbers, in their order. */
export function readDistances(text: string): readonly { readonly name: string; readonly distance: number }[] {
  return text.split(', ').flatMap((entry) => {
    const match = /^(?:\w+ )?([a-z][a-z0-9_]*) (\d+)$/.exec(entry)
    return match === null ? [] : [{ name: match[1] ?? '', distance: Number(match[2]) }]
  })
}

/** The text of a quotation; the text itself where it is none. */
export function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return unquote(text)
  } catch {
    return text
  }
}
