import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** The packet with which a client tells its options. */
export interface SettingsPacket {
  readonly viewDistance: number
  readonly chatFlags: number
  readonly skinParts: number
  readonly mainHand: number
}

const chatModes = ['enabled', 'commands', 'hidden'] as const
const SHORTEST_VIEW = 2

/** Takes over a client's options. It gets no more columns than it asks for, nor more than the server gives. */
export function applySettings(game: Game, player: Player, packet: SettingsPacket): void {
  player.settings = {
    skinParts: (packet.skinParts << 24) >> 24,
    mainHand: packet.mainHand === 0 ? 0 : 1,
    chat: chatModes[packet.chatFlags] ?? 'enabled',
  }
  const wanted = Math.max(SHORTEST_VIEW, packet.viewDistance)
  const viewDistance = Math.min(wanted, game.options.viewDistance)
  if (viewDistance === player.viewDistance) return
  player.viewDistance = viewDistance
  player.columnCenter = null
}
