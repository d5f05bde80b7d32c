import type { Text } from '../protocol/text.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Chat types in the order of the version's registry. */
export const CHAT_TYPE = 0
export const EMOTE_TYPE = 1
export const INCOMING_WHISPER_TYPE = 2
export const OUTGOING_WHISPER_TYPE = 3

/** A line that comes from the server. Clients with a hidden chat do not get it. */
export function tell(game: Game, player: Player, text: Text): void {
  if (player.settings.chat === 'hidden') return
  game.sendTo([player], {
    name: 'system_chat',
    params: { content: game.protocol.text(text), isActionBar: false },
  })
}

/** A line above the hotbar, which clients show with any chat settings. */
export function notice(game: Game, player: Player, text: Text): void {
  player.connection.send({
    name: 'system_chat',
    params: { content: game.protocol.text(text), isActionBar: true },
  })
}

export function broadcastChat(game: Game, text: Text): void {
  const readers = [...game.players.values()].filter(({ settings }) => settings.chat !== 'hidden')
  game.sendTo(readers, {
    name: 'system_chat',
    params: { content: game.protocol.text(text), isActionBar: false },
  })
}

export interface PlayerLine {
  readonly speaker: string
  /** Who is spoken to, for whispers; null for everyone. */
  readonly hearer: string | null
  readonly text: string
  readonly type: number
}

/** A line that comes from a player or the console, unsigned. */
export function sendPlayerLine(game: Game, recipients: Iterable<Player>, line: PlayerLine): void {
  const { protocol } = game
  const readers = [...recipients].filter(({ settings }) => settings.chat === 'enabled')
  game.sendTo(readers, {
    name: 'profileless_chat',
    params: {
      message: protocol.text({ text: line.text }),
      type: protocol.chatType(line.type),
      name: protocol.text({ text: line.speaker }),
      target: line.hearer === null ? undefined : protocol.text({ text: line.hearer }),
    },
  })
}
