import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { teleport } from '../game/teleport.ts'
import { playersOf, positionOf, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

export const teleportCommand: Command = {
  name: 'tp',
  aliases: ['teleport'],
  usage: '/tp [players] <player> or /tp [players] <x> <y> <z> [yaw pitch]',
  operatorsOnly: true,
  run: tp,
}

function tp(game: Game, source: CommandSource, words: readonly string[]): string {
  const first = wordAt(teleportCommand, words, 0)
  const startsWithPosition = words.length === 3 && isCoordinate(first)
  const onlyDestination = words.length === 1
  const movesItself = startsWithPosition || onlyDestination
  const moved = movesItself ? ownPlayer(source) : playersOf(game, source, first)
  const rest = movesItself ? words : words.slice(1)
  if (rest.length >= 3) return toPosition(game, source, moved, rest)
  const target = playersOf(game, source, wordAt(teleportCommand, rest, 0))[0]
  if (target === undefined) throw new CommandError('No player was found')
  for (const player of moved) teleport(game, player, target.position)
  return `Teleported ${named(moved)} to ${target.name}`
}

function toPosition(
  game: Game,
  source: CommandSource,
  moved: readonly Player[],
  words: readonly string[],
): string {
  const position = centered(positionOf(source, words), words)
  const yaw = Number(words[3])
  const pitch = Number(words[4])
  const direction = Number.isFinite(yaw) && Number.isFinite(pitch) ? { yaw, pitch } : undefined
  for (const player of moved) teleport(game, player, position, direction)
  const numbers = [position.x, position.y, position.z].map((value) => value.toFixed(6))
  return `Teleported ${named(moved)} to ${numbers.join(', ')}`
}

/** Whole numbers mean the middle of the block, as in vanilla. */
function centered(position: Position, words: readonly string[]): Position {
  const whole = (word: string | undefined) => word !== undefined && /^-?\d+$/.test(word)
  return {
    x: whole(words[0]) ? position.x + 0.5 : position.x,
    y: position.y,
    z: whole(words[2]) ? position.z + 0.5 : position.z,
  }
}

function ownPlayer(source: CommandSource): readonly Player[] {
  if (source.player === null) throw new CommandError('An entity is required to run this command here')
  return [source.player]
}

function isCoordinate(word: string): boolean {
  return /^(~-?[\d.]*|-?[\d.]+)$/.test(word)
}

function named(players: readonly Player[]): string {
  return players.length === 1 ? (players[0]?.name ?? '') : `${players.length} entities`
}
