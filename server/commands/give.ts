import { gain } from '../game/gain.ts'
import type { Game } from '../game/game.ts'
import { syncWindow } from '../game/window-sync.ts'
import { plainName, playersOf, wholeNumber, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

/** Stacks that one command may give at most, as in vanilla. */
const MOST_STACKS = 100

export const giveCommand: Command = {
  name: 'give',
  aliases: [],
  usage: '/give <player> <item> [count]',
  operatorsOnly: true,
  run: give,
}

function give(game: Game, source: CommandSource, words: readonly string[]): string {
  const players = playersOf(game, source, wordAt(giveCommand, words, 0))
  const name = plainName(wordAt(giveCommand, words, 1))
  const kind = game.registry.findItem(name)
  if (kind === null) throw new CommandError(`Unknown item 'minecraft:${name}'`)
  const count = wholeNumber(words[2] ?? '1', 1, Number.MAX_SAFE_INTEGER)
  const most = kind.stackSize * MOST_STACKS
  if (count > most) throw new CommandError(`Can't give more than ${most} of [${kind.displayName}]`)
  for (const player of players) {
    for (let left = count; left > 0; left -= kind.stackSize) {
      gain(game, player, { name, count: Math.min(left, kind.stackSize), damage: 0 })
    }
    syncWindow(game, player)
  }
  const to = players.length === 1 ? players[0]?.name : `${players.length} players`
  return `Gave ${count} [${kind.displayName}] to ${to}`
}
