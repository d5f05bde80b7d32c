import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { breakBlock } from '../rules/breaking.ts'
import { isInsideHeight } from '../world/world-bounds.ts'
import { plainName, positionOf, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

export const setBlockCommand: Command = {
  name: 'setblock',
  aliases: [],
  usage: '/setblock <x> <y> <z> <block>[property=value,…] [replace|keep|destroy]',
  operatorsOnly: true,
  run: setBlock,
}

function setBlock(game: Game, source: CommandSource, words: readonly string[]): string {
  const position = blockPosition(positionOf(source, words))
  const state = blockState(game, wordAt(setBlockCommand, words, 3))
  if (!isInsideHeight(position.y)) throw new CommandError('That position is not loaded')
  if (!place(game, position, state, words[4] ?? 'replace')) throw new CommandError('Could not set the block')
  return `Changed the block at ${position.x}, ${position.y}, ${position.z}`
}

function place(game: Game, position: Position, state: number, how: string): boolean {
  if (how === 'keep' && game.world.blockStateAt(position) !== 0) return false
  if (how === 'destroy') breakBlock(game, position, null)
  return game.world.setBlockState(position, state)
}

function blockState(game: Game, word: string): number {
  const [, rawName = '', list = ''] = /^([^[]*)(?:\[(.*)\])?$/.exec(word) ?? []
  const name = plainName(rawName)
  if (game.registry.findBlock(name) === null) throw new CommandError(`Unknown block type 'minecraft:${name}'`)
  const pairs = list.split(',').filter((pair) => pair !== '')
  const properties = Object.fromEntries(pairs.map((pair) => pair.split('=').map((part) => part.trim())))
  try {
    return game.registry.state(name, properties)
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error))
  }
}
