import type { Packet } from '../protocol/packet.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Numbers of metadata entries, the same in both versions. */
const SHARED_FLAGS = 0
const AIR = 1
const ON_FIRE = 0x01
const SNEAKING = 0x02

/** Tells everyone who sees the player, and the player itself, whether it burns, ducks, and how much air it has. */
export function showLooks(game: Game, player: Player): void {
  sendLooks(player)
  game.sendToWatchers(player.id, looksOf(player))
}

/** Tells only the player itself. */
export function sendLooks(player: Player): void {
  player.connection.send(looksOf(player))
}

export function looksOf(player: Player): Packet {
  const flags = (player.fireTicks > 0 ? ON_FIRE : 0) | (player.sneaking ? SNEAKING : 0)
  const metadata = [
    { key: SHARED_FLAGS, type: 'byte', value: flags },
    { key: AIR, type: 'int', value: player.air },
  ]
  return { name: 'entity_metadata', params: { entityId: player.id, metadata } }
}
