import type { Game } from '../game/game.ts'
import type { Command } from './command.ts'

export const listCommand: Command = {
  name: 'list',
  aliases: [],
  usage: '/list',
  operatorsOnly: false,
  run: list,
}

function list(game: Game): string {
  const names = [...game.players.values()].map((player) => player.name)
  return `There are ${names.length} of a max of ${game.options.maxPlayers} players online: ${names.join(', ')}`
}
