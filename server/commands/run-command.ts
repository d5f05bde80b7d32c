import { tell } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'
import { difficultyCommand } from './difficulty.ts'
import { gameModeCommand } from './gamemode.ts'
import { giveCommand } from './give.ts'
import { killCommand } from './kill.ts'
import { listCommand } from './list.ts'
import { sayCommand } from './say.ts'
import { setBlockCommand } from './setblock.ts'
import { summonCommand } from './summon.ts'
import { tellCommand } from './tell.ts'
import { timeCommand } from './time.ts'
import { teleportCommand } from './tp.ts'
import { weatherCommand } from './weather.ts'

const commands: readonly Command[] = [
  difficultyCommand,
  gameModeCommand,
  giveCommand,
  killCommand,
  listCommand,
  sayCommand,
  setBlockCommand,
  summonCommand,
  teleportCommand,
  tellCommand,
  timeCommand,
  weatherCommand,
]

const byName = new Map(
  commands.flatMap((command) => [command.name, ...command.aliases].map((name) => [name, command])),
)

/** A command that a player typed, without its slash. The player reads the answer in the chat. */
export function runPlayerCommand(game: Game, player: Player, line: string): void {
  const answer = runCommand(game, { name: player.name, player, operator: player.operator }, line)
  if (answer.text !== '')
    tell(game, player, answer.failed ? { text: answer.text, color: 'red' } : { text: answer.text })
}

/** A command from the console, with or without a slash. Returns the answer. */
export function runConsoleCommand(game: Game, line: string): string {
  return runCommand(game, { name: 'Server', player: null, operator: true }, line.replace(/^\//, '')).text
}

interface Answer {
  readonly text: string
  readonly failed: boolean
}

function runCommand(game: Game, source: CommandSource, line: string): Answer {
  const [name = '', ...words] = line.trim().split(/\s+/)
  const command = byName.get(name.replace(/^minecraft:/, ''))
  if (command === undefined || (command.operatorsOnly && !source.operator)) {
    return { text: `Unknown or incomplete command, see below for error\n${name}<--[HERE]`, failed: true }
  }
  try {
    return { text: command.run(game, source, words), failed: false }
  } catch (error) {
    if (error instanceof CommandError) return { text: error.message, failed: true }
    throw error
  }
}
