import { tell } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { allCommands } from './all-commands.ts'
import type { CommandSource } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { commandTreePacket } from './framework/command-tree.ts'
import { findCommand, runLine } from './framework/run-line.ts'
import { matching, type Suggestions, suggestArguments } from './framework/suggest.ts'

const names = allCommands.flatMap((command) => [command.name, ...command.aliases])

/** A command that a player typed, without its slash. The player reads the answer in the chat. */
export function runPlayerCommand(game: Game, player: Player, line: string): void {
  const answer = runLine(callOf(game, sourceOf(player)), line)
  if (!answer.failed && !game.gameRules.sendCommandFeedback) return
  for (const text of answer.lines) tell(game, player, answer.failed ? { text, color: 'red' } : { text })
}

/** A command from the console, with or without a slash. Returns the answer. */
export function runConsoleCommand(game: Game, line: string): string {
  const source = { name: 'Server', player: null, operator: true }
  return runLine(callOf(game, source), line.replace(/^\//, '')).lines.join('\n')
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
  const known = names.filter((one) => findCommand(call, one) !== null)
  return { start: begin, matches: [...matching(name, known)].sort() }
}
