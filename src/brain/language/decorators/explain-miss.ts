import type { ModelMessage } from '../model/language-model.ts'
import type { RecordedCall } from './recorded-call.ts'

/** A text is shown up to so many characters. */
const SHOWN = 100

/** Where two conversations part, and after how many lines that they share. */
export interface Difference {
  readonly depth: number
  /** In words: `first in line 4 of message 2: recorded "…", asked "…"`. */
  readonly where: string
}

/** The first line in which what is asked differs from what was recorded. */
export function firstDifference(
  recorded: readonly ModelMessage[],
  asked: readonly ModelMessage[],
): Difference {
  const before = linesOf(recorded)
  const now = linesOf(asked)
  const equal = now.findIndex(({ text }, index) => text !== before[index]?.text)
  const depth = equal < 0 ? now.length : equal
  const [old, here] = [before[depth], now[depth]]
  const place = here ?? old
  const at = place === undefined ? 'nowhere' : `first in line ${place.line} of message ${place.message}`
  return { depth, where: `${at}: recorded ${shown(old?.text)}, asked ${shown(here?.text)}` }
}

/** `"author" of Ada: "Task: …"`. */
export function describeCall({ role, agent, messages }: RecordedCall): string {
  const said = messages.find((message) => message.role === 'user')?.text ?? ''
  return `"${role}" of ${agent}: ${shown(said.replace(/^Request: \w+\s*/, ''))}`
}

interface PlacedLine {
  /** Counted from 1. */
  readonly message: number
  readonly line: number
  readonly text: string
}

function linesOf(messages: readonly ModelMessage[]): readonly PlacedLine[] {
  return messages.flatMap(({ text }, index) =>
    text.split('\n').map((line, row) => ({ message: index + 1, line: row + 1, text: line })),
  )
}

function shown(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return JSON.stringify(line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line)
}
