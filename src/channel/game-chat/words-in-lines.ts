import type { Message } from '../../core/message.ts'
import { cleanWords, spoken } from './wire-format.ts'

/** Nobody wants to read more at a time. */
const MOST_LINES = 4

/**
 * A message for people: its words in a few lines, cut between sentences. A sentence that is too long for a line is cut between
 * words, which dots show on both sides: half a sentence may say something else.
 */
export function wordsInLines(message: Message, longest: number): readonly string[] {
  const sentences = cleanWords(spoken(message))
    .replace(/^\/+/, '')
    .split(/(?<=[.!?;]) /)
  const parts = sentences.flatMap((sentence) => cutBetweenWords(sentence, longest))
  const lines = packed(parts, longest)
  if (lines.length <= MOST_LINES) return lines.filter((line) => line !== '')
  const shown = lines.slice(0, MOST_LINES)
  return shown.map((line, index) =>
    index === MOST_LINES - 1 ? `${line.slice(0, longest - 2)} ${DOTS}` : line,
  )
}

function cutBetweenWords(sentence: string, longest: number): readonly string[] {
  if (sentence.length <= longest) return [sentence]
  const pieces = packed(sentence.split(' '), longest - 2 * DOTS.length - 2)
  return pieces.map(
    (piece, index) =>
      `${index === 0 ? '' : `${DOTS} `}${piece}${index === pieces.length - 1 ? '' : ` ${DOTS}`}`,
  )
}

/** The parts in as few lines as hold them, in their order. */
function packed(parts: readonly string[], longest: number): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + part.length < longest) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part.slice(0, longest))
  }
  return lines
}

/** Where something is left out, or goes on in the next line. */
export const DOTS = '…'
