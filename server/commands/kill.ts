import type { Game } from '../game/game.ts'
import { hurt } from '../rules/damage.ts'
import { playersOf } from './arguments.ts'
import type { Command, CommandSource } from './command.ts'

export const killCommand: Command = {
  name: 'kill',
  aliases: [],
  usage: '/kill [players]',
  operatorsOnly: true,
  run: kill,
}

function kill(game: Game, source: CommandSource, words: readonly string[]): string {
  const players = playersOf(game, source, words[0] ?? '@s')
  for (const player of players) hurt(game, player, Number.MAX_SAFE_INTEGER, 'kill')
  return players.length === 1 ? `Killed ${players[0]?.name}` : `Killed ${players.length} entities`
}
