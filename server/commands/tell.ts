import { INCOMING_WHISPER_TYPE, OUTGOING_WHISPER_TYPE, sendPlayerLine } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import { playersOf, wordAt } from './arguments.ts'
import type { Command, CommandSource } from './command.ts'

export const tellCommand: Command = {
  name: 'tell',
  aliases: ['msg', 'w'],
  usage: '/tell <player> <message>',
  operatorsOnly: false,
  run: whisper,
}

function whisper(game: Game, source: CommandSource, words: readonly string[]): string {
  const players = playersOf(game, source, wordAt(tellCommand, words, 0))
  wordAt(tellCommand, words, 1)
  const text = words.slice(1).join(' ')
  for (const player of players) {
    const line = { speaker: source.name, hearer: player.name, text }
    sendPlayerLine(game, [player], { ...line, type: INCOMING_WHISPER_TYPE })
    if (source.player !== null)
      sendPlayerLine(game, [source.player], { ...line, type: OUTGOING_WHISPER_TYPE })
  }
  return ''
}
