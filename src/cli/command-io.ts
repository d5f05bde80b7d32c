import type { Terminal } from './live-view/terminal.ts'

/** What a command can reach of the process that it runs in, so that tests run commands without one. */
export interface CommandIo {
  /** Results, for people or for the next program in a pipe. Adds the line end. */
  readonly out: (text: string) => void
  /** Everything else. Adds the line end. */
  readonly err: (text: string) => void
  /** Where a live view draws: standard output, or standard error while standard output carries JSON. */
  readonly terminal: (json: boolean) => Terminal
  /** Shows the question and reads a line from the keyboard; empty once the input has ended. */
  readonly ask: (question: string) => Promise<string>
  /** Calls the listener for each Ctrl-C or request to end. Returns the way to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** Ends the process now, whatever is under way: for somebody who asks twice. */
  readonly quit: () => void
  readonly environment: Readonly<Record<string, string | undefined>>
}
