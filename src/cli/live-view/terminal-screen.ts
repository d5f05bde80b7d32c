import { stripVTControlCharacters } from 'node:util'
import type { Terminal } from './terminal.ts'
import { textWidth } from './text-fit.ts'

// Terminals that know synchronized output show the whole change at once; the others ignore these two.
const BEGIN = '\u001b[?2026h'
const END = '\u001b[?2026l'
const CLEAR_LINE_END = '\u001b[K'
const CLEAR_BELOW = '\u001b[J'

/** Lines that scroll by, and a block below them that is drawn anew in place. One write per change, so nothing flickers. */
export class TerminalScreen {
  readonly #terminal: Terminal
  #block: readonly string[] = []

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  /** Adds the lines above the block and replaces the block. No line may be wider than the terminal. */
  draw(lines: readonly string[], block: readonly string[]): void {
    const height = this.#heightOfBlock()
    const up = height > 0 ? `\u001b[${height}A\r` : ''
    const text = [...lines, ...block].map((line) => `${line}${CLEAR_LINE_END}\n`).join('')
    this.#terminal.write(BEGIN + up + text + CLEAR_BELOW + END)
    this.#block = block
  }

  /** Leaves the block where it stands; what is drawn next comes below it. */
  release(): void {
    this.#block = []
  }

  /** In lines of the terminal as wide as it is now: a window that was made narrower has wrapped the block. */
  #heightOfBlock(): number {
    const columns = Math.max(1, this.#terminal.columns())
    return this.#block.reduce((height, line) => {
      const width = textWidth(stripVTControlCharacters(line))
      return height + Math.max(1, Math.ceil(width / columns))
    }, 0)
  }
}
