import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { errorMessage, InputError } from '../core/errors.ts'
import { type DocumentIssue, explainIssues } from './document-issues.ts'
import { keyOffset } from './key-offset.ts'

/** What messages say about a kind of file. */
export interface DocumentKind {
  /** Such as `team file`. */
  readonly what: string
  /** What to give instead of a file that cannot be read. */
  readonly instead: string
}

/** A file of YAML or JSON, read, with the lines on which its keys stand. */
export class TextDocument {
  /** How messages call it. */
  readonly name: string
  readonly content: unknown
  readonly #kind: DocumentKind
  readonly #lines = new LineCounter()
  readonly #root: unknown

  /** Throws an InputError with the line for text that is neither YAML nor JSON. */
  constructor(text: string, name: string, kind: DocumentKind) {
    this.name = name
    this.#kind = kind
    const document = parseDocument(text, { lineCounter: this.#lines })
    const [syntaxError] = document.errors
    if (syntaxError !== undefined) {
      const reason = syntaxError.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')
      throw this.#unusable([`${this.#lineAt(syntaxError.pos[0])}${reason}.`])
    }
    this.#root = document.contents
    this.content = document.toJS() ?? {}
  }

  /**
   * The content as the schema gives it back. Throws an InputError that lists everything that is wrong, each with its
   * line, the key's path, the value and the fix.
   *
   * @param contradictions finds what no schema says
   */
  checked<Schema extends z.ZodType>(
    schema: Schema,
    contradictions: (value: z.infer<Schema>) => readonly DocumentIssue[] = () => [],
  ): z.infer<Schema> {
    const parsed = schema.safeParse(this.content)
    const issues = parsed.success
      ? contradictions(parsed.data)
      : explainIssues(parsed.error, this.content, schema)
    if (parsed.success && issues.length === 0) return parsed.data
    throw this.refuse(issues)
  }

  /** The error that lists the issues by line. */
  refuse(issues: readonly DocumentIssue[]): InputError {
    const found = issues.map((issue) => ({ ...issue, offset: keyOffset(this.#root, issue.path) ?? -1 }))
    const inOrder = found.sort((a, b) => a.offset - b.offset)
    return this.#unusable(inOrder.map((issue) => `${this.#lineAt(issue.offset)}${issue.message}`))
  }

  #lineAt(offset: number): string {
    return offset < 0 ? '' : `line ${this.#lines.linePos(offset).line}: `
  }

  #unusable(problems: readonly string[]): InputError {
    const list =
      problems.length === 1 ? ` ${problems[0]}` : problems.map((problem) => `\n  ${problem}`).join('')
    return new InputError(`Cannot use the ${this.#kind.what} "${this.name}":${list}`)
  }
}

/** Reads the file. Throws an InputError that says why it cannot be read and what to give instead. */
export function readTextDocument(path: string, kind: DocumentKind): TextDocument {
  return new TextDocument(readText(path, kind), path, kind)
}

/** Why a file cannot be read, by the system's code. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
}

function readText(path: string, { what, instead }: DocumentKind): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = UNREADABLE[code] ?? errorMessage(error)
    throw new InputError(`Cannot read the ${what} "${path}": ${reason}. ${instead}`, { cause: error })
  }
}
