/** How many messages of one sender may be incomplete at a time. */
const MOST_PARTIAL = 8
/** More lines than that no message takes: whoever says so means something else. */
export const MOST_LINES = 99

/**
 * Cuts a text into lines that a chat takes, each marked with its number: `(7 1/3) …`. Chats drop spaces at the ends of
 * lines, so a line that goes on with a space says so by a plus: `(7 2/3)+ …`. There must be no two spaces in a row.
 *
 * @param label tells the messages of one sender apart
 * @param longest characters of a line
 */
export function splitIntoLines(text: string, label: string, longest: number): readonly string[] {
  const room = longest - `(${label} ${MOST_LINES}/${MOST_LINES})+ `.length
  const chunks: string[] = []
  let start = 0
  while (start < text.length) {
    const end = cutAt(text, start, Math.min(text.length, start + room))
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks.map((chunk, index) => {
    const plus = chunk.startsWith(' ') ? '+' : ''
    return `(${label} ${index + 1}/${chunks.length})${plus} ${chunk.slice(plus.length)}`
  })
}

function cutAt(text: string, start: number, furthest: number): number {
  if (furthest >= text.length) return text.length
  let end = furthest
  while (end > start + 1 && (text[end - 1] === ' ' || isLowSurrogate(text, end))) end--
  return end
}

/** Between the halves of a character there is no place to cut. */
function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}

/** What a line was: part of a text that is not complete yet, the last part of one, or no part of anything. */
export type Joined =
  | { readonly type: 'partial' }
  | { readonly type: 'complete'; readonly text: string }
  | { readonly type: 'plain' }

/** Puts the lines of one sender together again. */
export class LineJoiner {
  readonly #parts = new Map<string, Map<number, string>>()
  #lastPart = Number.NEGATIVE_INFINITY

  /** Whether a message is incomplete of which the last part came after that tick. */
  isPartial(since: number): boolean {
    return this.#parts.size > 0 && this.#lastPart > since
  }

  /** @param tick when it was heard */
  take(line: string, tick: number): Joined {
    const match = /^\((\w+) (\d+)\/(\d+)\)(\+?) (.+)$/.exec(line)
    if (match === null) return { type: 'plain' }
    const [, label = '', number = '', count = '', plus, chunk = ''] = match
    const total = Number(count)
    const index = Number(number)
    if (index < 1 || index > total || total > MOST_LINES) return { type: 'plain' }
    const key = `${label}/${total}`
    const parts = this.#parts.get(key) ?? new Map<number, string>()
    parts.set(index, plus === '+' ? ` ${chunk}` : chunk)
    this.#lastPart = tick
    this.#parts.set(key, parts)
    if (parts.size < total) return this.#keepFew()
    this.#parts.delete(key)
    return {
      type: 'complete',
      text: [...parts]
        .sort(([a], [b]) => a - b)
        .map(([, part]) => part)
        .join(''),
    }
  }

  /** A message that never gets complete is forgotten, the oldest first. */
  #keepFew(): Joined {
    const [oldest] = this.#parts.keys()
    if (this.#parts.size > MOST_PARTIAL && oldest !== undefined) this.#parts.delete(oldest)
    return { type: 'partial' }
  }
}
