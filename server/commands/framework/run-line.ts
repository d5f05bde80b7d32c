import { type Command, CommandError } from '../command.ts'
import type { CommandCall } from './argument.ts'
import { CommandSyntaxError } from './command-reader.ts'
import { errorContext, readCommand } from './read-command.ts'

export interface Answer {
  readonly lines: readonly string[]
  readonly failed: boolean
}

/** Carries out a line without its slash. What cannot be carried out is answered as by vanilla. */
export function runLine(call: CommandCall, typed: string): Answer {
  const line = typed.trimStart()
  const name = /^\S*/.exec(line)?.[0] ?? ''
  try {
    const command = findCommand(call, name)
    if (command === null) {
      throw new CommandSyntaxError('Unknown or incomplete command, see below for error', 0)
    }
    const { syntax, values } = readCommand(command.syntaxes, line, name.length, call)
    const reply = syntax.run(call, values)
    return { lines: reply === '' ? [] : [reply], failed: false }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    const context = error instanceof CommandSyntaxError ? [errorContext(line, error.cursor)] : []
    return { lines: [error.message, ...context], failed: true }
  }
}

/** What is unknown and what is not allowed look the same. */
export function findCommand({ source, commands }: CommandCall, name: string): Command | null {
  const wanted = name.replace(/^minecraft:/, '')
  const command = commands.find((one) => one.name === wanted || one.aliases.includes(wanted))
  return command === undefined || (command.operatorsOnly && !source.operator) ? null : command
}
