import type { CommandCall } from './argument.ts'
import { CommandReader, CommandSyntaxError } from './command-reader.ts'
import type { Syntax } from './syntax.ts'

/** What may replace the line from `start` on. */
export interface Suggestions {
  readonly start: number
  readonly matches: readonly string[]
}

/** Completes the argument at the end of the line, by all syntaxes that fit what stands before it. */
export function suggestArguments(
  syntaxes: readonly Syntax[],
  line: string,
  start: number,
  call: CommandCall,
): Suggestions {
  const found = syntaxes.map((syntax) => suggestBy(syntax, line, start, call)).filter((one) => one !== null)
  const last = Math.max(start, ...found.map((one) => one.start))
  const matches = found.filter((one) => one.start === last).flatMap((one) => one.matches)
  return { start: last, matches: [...new Set(matches)].sort() }
}

/** Names and words that go on from what was typed; names also without their namespace. */
export function matching(typed: string, words: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase()
  const plain = wanted.replace(/^minecraft:/, '')
  return words.filter((word) => {
    const small = word.toLowerCase()
    return small.startsWith(wanted) || (small.startsWith('minecraft:') && small.slice(10).startsWith(plain))
  })
}

function suggestBy(syntax: Syntax, line: string, start: number, call: CommandCall): Suggestions | null {
  const reader = new CommandReader(line, start)
  for (const part of syntax.parts) {
    if (!reader.skip(' ')) return null
    const begin = reader.cursor
    if (!readWhole(() => part.read(reader, call)) || reader.isAtEnd) {
      const typed = line.slice(begin)
      return { start: begin, matches: matching(typed, part.suggest(call)) }
    }
  }
  return null
}

function readWhole(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof CommandSyntaxError) return false
    throw error
  }
}
