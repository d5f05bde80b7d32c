import type { CommandCall } from './argument.ts'
import { CommandReader, CommandSyntaxError } from './command-reader.ts'
import type { Syntax } from './syntax.ts'

const INCOMPLETE = 'Unknown or incomplete command, see below for error'

/** A command that was understood. */
export interface ReadCommand {
  readonly syntax: Syntax
  readonly values: readonly unknown[]
}

/**
 * Reads the rest of a line by the first syntax that fits all of it.
 *
 * @param start index behind the command's name
 * @throws CommandSyntaxError of the syntax that made sense the farthest
 */
export function readCommand(
  syntaxes: readonly Syntax[],
  line: string,
  start: number,
  call: CommandCall,
): ReadCommand {
  const errors: CommandSyntaxError[] = []
  for (const syntax of syntaxes) {
    try {
      return { syntax, values: readValues(syntax, new CommandReader(line, start), call) }
    } catch (error) {
      if (!(error instanceof CommandSyntaxError)) throw error
      errors.push(error)
    }
  }
  throw mostTelling(errors) ?? new CommandSyntaxError(INCOMPLETE, start)
}

function readValues(syntax: Syntax, reader: CommandReader, call: CommandCall): readonly unknown[] {
  const values: unknown[] = []
  for (const part of syntax.parts) {
    if (reader.isAtEnd) throw new CommandSyntaxError(INCOMPLETE, reader.cursor)
    if (!reader.skip(' ')) reader.fail('Expected whitespace to end one argument, but found trailing data')
    if (reader.isAtEnd) throw new CommandSyntaxError(INCOMPLETE, reader.cursor)
    values.push(part.read(reader, call))
  }
  if (reader.isAtEnd) return values
  if (!reader.skip(' ')) reader.fail('Expected whitespace to end one argument, but found trailing data')
  throw new CommandSyntaxError('Incorrect argument for command', reader.cursor, true)
}

/** The error farthest to the right; at the same place one that says what is wrong. */
function mostTelling(errors: readonly CommandSyntaxError[]): CommandSyntaxError | null {
  const weight = (error: CommandSyntaxError) => error.cursor * 2 + (error.isVague ? 0 : 1)
  return errors.reduce<CommandSyntaxError | null>(
    (best, error) => (best === null || weight(error) > weight(best) ? error : best),
    null,
  )
}

/** The line up to where it stopped making sense, as vanilla shows it below an error. */
export function errorContext(line: string, cursor: number): string {
  const at = Math.min(cursor, line.length)
  return `${at > 10 ? '...' : ''}${line.slice(Math.max(0, at - 10))}<--[HERE]`
}
