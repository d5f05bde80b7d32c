import { tell } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { allCommands } from './all-commands.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { CommandSyntaxError } from './framework/command-reader.ts'
import { commandTreePacket } from './framework/command-tree.ts'
import { errorContext, readCommand } from './framework/read-command.ts'
import { matching, type Suggestions, suggestArguments } from './framework/suggest.ts'

const byName = new Map(
  allCommands.flatMap((command) => [command.name, ...command.aliases].map((name) => [name, command])),
)

/** A command that a player typed, without its slash. The player reads the answer in the chat. */
export function runPlayerCommand(game: Game, player: Player, line: string): void {
  const answer = runCommand(callOf(game, sourceOf(player)), line)
  for (const text of answer.lines) tell(game, player, answer.failed ? { text, color: 'red' } : { text })
}

/** A command from the console, with or without a slash. Returns the answer. */
export function runConsoleCommand(game: Game, line: string): string {
  const source = { name: 'Server', player: null, operator: true }
  return runCommand(callOf(game, source), line.replace(/^\//, '')).lines.join('\n')
}

/** Answers a client that asks how a line may go on. */
export function completeForPlayer(
  game: Game,
  player: Player,
  request: { readonly transactionId: number; readonly text: string },
): void {
  const { start, matches } = complete(callOf(game, sourceOf(player)), request.text)
  player.connection.send({
    name: 'tab_complete',
    params: {
      transactionId: request.transactionId,
      start,
      length: request.text.length - start,
      matches: matches.map((match) => ({ match })),
    },
  })
}

/** Tells a client which commands it may use. */
export function sendCommandTree(player: Player): void {
  player.connection.send(commandTreePacket(allCommands, player.operator))
}

function sourceOf(player: Player): CommandSource {
  return { name: player.name, player, operator: player.operator }
}

function callOf(game: Game, source: CommandSource): CommandCall {
  return { game, source, commands: allCommands }
}

interface Answer {
  readonly lines: readonly string[]
  readonly failed: boolean
}

function runCommand(call: CommandCall, typed: string): Answer {
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
function findCommand({ source }: CommandCall, name: string): Command | null {
  const command = byName.get(name.replace(/^minecraft:/, ''))
  return command === undefined || (command.operatorsOnly && !source.operator) ? null : command
}

function complete(call: CommandCall, text: string): Suggestions {
  const begin = text.startsWith('/') ? 1 : 0
  const name = /^\S*/.exec(text.slice(begin))?.[0] ?? ''
  const end = begin + name.length
  if (end < text.length) {
    const command = findCommand(call, name)
    return command === null
      ? { start: text.length, matches: [] }
      : suggestArguments(command.syntaxes, text, end, call)
  }
  const known = [...byName.keys()].filter((one) => findCommand(call, one) !== null)
  return { start: begin, matches: [...matching(name, known)].sort() }
}
