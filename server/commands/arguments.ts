import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

/** The players that a name or a selector (`@s`, `@p`, `@a`, `@r`) stands for; at least one. */
export function playersOf(game: Game, source: CommandSource, word: string): readonly Player[] {
  const all = [...game.players.values()]
  const found = selected(game, source, word, all)
  if (found.length === 0) throw new CommandError('No player was found')
  return found
}

function selected(
  game: Game,
  source: CommandSource,
  word: string,
  all: readonly Player[],
): readonly Player[] {
  if (word === '@a' || word === '@e') return all
  if (word === '@s') return source.player === null ? [] : [source.player]
  if (word === '@p') return source.player === null ? all.slice(0, 1) : [source.player]
  if (word === '@r') return all.length === 0 ? [] : [game.random.pick(all)]
  const named = game.playerNamed(word)
  return named === null ? [] : [named]
}

/** Three words as a position; `~` counts from where the source stands. */
export function positionOf(source: CommandSource, words: readonly string[]): Position {
  const [x, y, z] = words
  if (x === undefined || y === undefined || z === undefined)
    throw new CommandError('Incomplete (expected 3 coordinates)')
  const here = source.player?.position ?? { x: 0, y: 0, z: 0 }
  return { x: coordinate(x, here.x), y: coordinate(y, here.y), z: coordinate(z, here.z) }
}

function coordinate(word: string, here: number): number {
  const relative = word.startsWith('~')
  const text = relative ? word.slice(1) : word
  const value = relative && text === '' ? 0 : Number(text)
  if (text.trim() === '' && !relative) throw new CommandError(`Expected a coordinate, not "${word}"`)
  if (!Number.isFinite(value)) throw new CommandError(`Expected a coordinate, not "${word}"`)
  return relative ? here + value : value
}

export function wholeNumber(word: string, least: number, most: number): number {
  const value = Number(word)
  if (!Number.isInteger(value)) throw new CommandError(`Invalid integer '${word}'`)
  if (value < least) throw new CommandError(`Integer must not be less than ${least}, found ${word}`)
  if (value > most) throw new CommandError(`Integer must not be more than ${most}, found ${word}`)
  return value
}

/** A name without its `minecraft:`. */
export function plainName(word: string): string {
  return word.replace(/^minecraft:/, '')
}

/** The word at that place of the command; without it the command is incomplete. */
export function wordAt(command: Pick<Command, 'usage'>, words: readonly string[], index: number): string {
  const word = words[index]
  if (word === undefined) throw new CommandError(`Unknown or incomplete command. Usage: ${command.usage}`)
  return word
}
