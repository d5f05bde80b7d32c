import type { Text } from '../protocol/text.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Chat types in the order of the version's registry. */
export const CHAT_TYPE = 0
export const INCOMING_WHISPER_TYPE = 2
export const OUTGOING_WHISPER_TYPE = 3

/** A line that comes from the server. */
export function tell(game: Game, player: Player, text: Text): void {
  game.sendTo([player], {
    name: 'system_chat',
    params: { content: game.protocol.text(text), isActionBar: false },
  })
}

export function broadcastChat(game: Game, text: Text): void {
  game.sendTo(game.players.values(), {
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
  game.sendTo(recipients, {
    name: 'profileless_chat',
    params: {
      message: protocol.text({ text: line.text }),
      type: protocol.chatType(line.type),
      name: protocol.text({ text: line.speaker }),
      target: line.hearer === null ? undefined : protocol.text({ text: line.hearer }),
    },
  })
}
