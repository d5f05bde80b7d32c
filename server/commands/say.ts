import { broadcastChat } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import { wordAt } from './arguments.ts'
import type { Command, CommandSource } from './command.ts'

export const sayCommand: Command = {
  name: 'say',
  aliases: [],
  usage: '/say <message>',
  operatorsOnly: true,
  run: say,
}

function say(game: Game, source: CommandSource, words: readonly string[]): string {
  wordAt(sayCommand, words, 0)
  broadcastChat(game, { text: `[${source.name}] ${words.join(' ')}` })
  return ''
}
