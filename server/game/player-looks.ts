import type { Packet } from '../protocol/packet.ts'
import { effectFlags, effectParticles } from './effect-looks.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Numbers of metadata entries, the same in both versions. */
const SHARED_FLAGS = 0
const AIR = 1
const ABSORPTION = 15
const ON_FIRE = 0x01
const SNEAKING = 0x02

/** Tells everyone who sees the player, and the player itself, how it looks, and how much air and absorption it has. */
export function showLooks(game: Game, player: Player): void {
  sendLooks(game, player)
  game.sendToWatchers(player.id, looksOf(game, player))
}

/** Tells only the player itself. */
export function sendLooks(game: Game, player: Player): void {
  player.connection.send(looksOf(game, player))
}

export function looksOf(game: Game, player: Player): Packet {
  const posture = (player.fireTicks > 0 ? ON_FIRE : 0) | (player.sneaking ? SNEAKING : 0)
  const metadata = [
    { key: SHARED_FLAGS, type: 'byte', value: posture | effectFlags(player) },
    { key: AIR, type: 'int', value: player.air },
    effectParticles(game, player),
    { key: ABSORPTION, type: 'float', value: player.absorption },
  ]
  return { name: 'entity_metadata', params: { entityId: player.id, metadata } }
}
