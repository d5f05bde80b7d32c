import type { Message } from '../../core/message.ts'
import { cleanWords, spoken } from './wire-format.ts'

/** Nobody wants to read more at a time. */
const MOST_LINES = 4

/** A message for people: its words in a few lines, cut between words. */
export function wordsInLines(message: Message, longest: number): readonly string[] {
  const lines: string[] = []
  for (const word of cleanWords(spoken(message)).replace(/^\/+/, '').split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, longest))
  }
  if (lines.length <= MOST_LINES) return lines.filter((line) => line !== '')
  const shown = lines.slice(0, MOST_LINES)
  return shown.map((line, index) => (index === MOST_LINES - 1 ? `${line.slice(0, longest - 2)} …` : line))
}
