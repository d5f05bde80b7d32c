import { CommandError } from '../command.ts'

/** A command could not be read; the cursor says how far it made sense. */
export class CommandSyntaxError extends CommandError {
  readonly cursor: number
  /** Whether another word was wanted at that place: other errors say more. */
  readonly isVague: boolean

  constructor(message: string, cursor: number, isVague = false) {
    super(message)
    this.cursor = cursor
    this.isVague = isVague
  }
}

/** A line of text and how far it has been read. */
export class CommandReader {
  readonly text: string
  cursor: number

  constructor(text: string, cursor = 0) {
    this.text = text
    this.cursor = cursor
  }

  get isAtEnd(): boolean {
    return this.cursor >= this.text.length
  }

  /** The next character; an empty text at the end. */
  get next(): string {
    return this.text.charAt(this.cursor)
  }

  get rest(): string {
    return this.text.slice(this.cursor)
  }

  /** Steps over the text if it comes next. */
  skip(text: string): boolean {
    if (!this.text.startsWith(text, this.cursor)) return false
    this.cursor += text.length
    return true
  }

  skipSpaces(): void {
    while (this.next === ' ') this.cursor += 1
  }

  /** Reads what the pattern matches from here; it may be nothing. */
  read(pattern: RegExp): string {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = this.cursor
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.cursor += found.length
    return found
  }

  /** Reads up to the next space. */
  word(): string {
    return this.read(/[^ ]*/)
  }

  /** Reads a word, or a text in quotes with backslashes before quotes in it. */
  quotable(): string {
    const quote = this.next
    if (quote !== '"' && quote !== "'") return this.read(/[\w.+-]*/)
    const start = this.cursor
    const quoted = this.read(quote === '"' ? /"(?:[^"\\]|\\.)*"/ : /'(?:[^'\\]|\\.)*'/)
    if (quoted === '') this.fail('Unclosed quoted string', start)
    return quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1')
  }

  /** @throws CommandSyntaxError always */
  fail(message: string, cursor = this.cursor): never {
    throw new CommandSyntaxError(message, cursor)
  }
}
