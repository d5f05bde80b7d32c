/** Where text is drawn. */
export interface Terminal {
  /** False for pipes, files and dumb terminals: nothing can be redrawn there. */
  readonly redraws: boolean
  /** Whether colours may be used. */
  readonly colours: boolean
  /** Width in characters, read at each call: windows are resized. */
  columns(): number
  /** Height in lines. */
  rows(): number
  write(text: string): void
}

/** The terminal behind a stream. `NO_COLOR` and `TERM=dumb` are respected (https://no-color.org). */
export function streamTerminal(
  stream: NodeJS.WriteStream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const plain = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb'
  const interactive = stream.isTTY === true && !plain
  return {
    redraws: interactive,
    colours: interactive,
    columns: () => stream.columns ?? 80,
    rows: () => stream.rows ?? 24,
    write: (text) => void stream.write(text),
  }
}

/** The same terminal for lines alone, where somebody types between them. */
export function withoutRedraws(terminal: Terminal): Terminal {
  return {
    redraws: false,
    colours: terminal.colours,
    columns: () => terminal.columns(),
    rows: () => terminal.rows(),
    write: (text) => terminal.write(text),
  }
}
