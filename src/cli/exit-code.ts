import { CommanderError } from 'commander'
import { errorMessage, InfrastructureError, InputError } from '../core/errors.ts'

/** How the command line ends. */
export const EXIT = { reached: 0, missed: 1, badInput: 2, infrastructure: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The exit code for something that was thrown, and the text for the person at the terminal; null to print nothing. */
export function describeFailure(error: unknown, debug: boolean): { code: ExitCode; text: string | null } {
  if (error instanceof CommanderError) {
    // Commander has printed its own messages by now, help and version included.
    return { code: error.exitCode === 0 ? EXIT.reached : EXIT.badInput, text: null }
  }
  const code = error instanceof InputError ? EXIT.badInput : EXIT.infrastructure
  const expected = error instanceof InputError || error instanceof InfrastructureError
  const stack = debug && error instanceof Error ? `\n${error.stack}${causeOf(error)}` : ''
  if (expected) return { code, text: errorMessage(error) + stack }
  const hint = debug ? '' : ' Run the command again with --debug to see where.'
  return {
    code,
    text: `This is a bug in Kithcraft: ${errorMessage(error)}.${hint}${stack}`.replace('..', '.'),
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack}` : ''
}
