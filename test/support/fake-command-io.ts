import type { CommandIo } from '../../src/cli/command-io.ts'
import type { Terminal } from '../../src/cli/live-view/terminal.ts'

/** A terminal that keeps what is written to it. */
export class FakeTerminal implements Terminal {
  readonly redraws: boolean
  readonly colours = false
  readonly written: string[] = []
  width = 80
  height = 24

  constructor(redraws: boolean) {
    this.redraws = redraws
  }

  columns(): number {
    return this.width
  }

  rows(): number {
    return this.height
  }

  write(text: string): void {
    this.written.push(text)
  }

  get text(): string {
    return this.written.join('')
  }
}

/** The process of a command, kept in memory. */
export class FakeCommandIo implements CommandIo {
  readonly environment = {}
  readonly outLines: string[] = []
  readonly errLines: string[] = []
  readonly screen: FakeTerminal
  quits = 0
  readonly #listeners = new Set<() => void>()

  constructor(redraws = false) {
    this.screen = new FakeTerminal(redraws)
  }

  readonly out = (text: string) => {
    this.outLines.push(text)
    this.#changed()
  }
  readonly err = (text: string) => void this.errLines.push(text)
  readonly terminal = () => this.screen
  readonly questions: string[] = []
  readonly answers: string[] = []
  readonly ask = async (question: string) => {
    this.questions.push(question)
    return this.answers.shift() ?? ''
  }
  readonly quit = () => void this.quits++
  readonly onInterrupt = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Presses Ctrl-C. */
  interrupt(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Whether somebody still listens for Ctrl-C. */
  get listens(): boolean {
    return this.#listeners.size > 0
  }

  /** Calls back once a line of output contains the text. */
  whenPrinted(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ text, resolve })
      this.#changed()
    })
  }

  readonly #waiting: { text: string; resolve: () => void }[] = []

  #changed(): void {
    const output = this.outLines.join('\n')
    for (const { text, resolve } of this.#waiting) if (output.includes(text)) resolve()
  }

  get stdout(): string {
    return this.outLines.join('\n')
  }

  get stderr(): string {
    return this.errLines.join('\n')
  }
}
