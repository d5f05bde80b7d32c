import { CHAT_TYPE, notice, sendPlayerLine } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

const LONGEST_MESSAGE = 256

/** A player says something to everyone. */
export function chat(game: Game, player: Player, message: string): void {
  if (message.length > LONGEST_MESSAGE) {
    player.connection.close('Chat message too long: at most 256 characters.')
    return
  }
  if (hasControlCharacters(message)) {
    player.connection.close('Illegal characters in chat.')
    return
  }
  if (message.trim() === '') return
  if (player.settings.chat !== 'enabled') {
    notice(game, player, { text: 'Chat disabled in client options', color: 'red' })
    return
  }
  sendPlayerLine(game, game.players.values(), {
    speaker: player.name,
    hearer: null,
    text: message,
    type: CHAT_TYPE,
  })
}

function hasControlCharacters(message: string): boolean {
  return [...message].some((character) => character < ' ' || character === '\u007f' || character === '§')
}
