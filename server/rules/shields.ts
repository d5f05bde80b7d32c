import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { afterUses } from './wear.ts'

/** Ticks until a raised shield protects. */
const RAISING_TICKS = 5
/** A blow of fewer half hearts does not wear a shield. */
const LEAST_WEARING = 3

/** The player raises the shield in that hand, if it holds one. Says whether it does. */
export function raiseShield(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  if (player.inventory.storage.at(slot)?.name !== 'shield') return false
  player.blocking ??= { slot, startTick: game.tick }
  return true
}

export function lowerShield(player: Player): void {
  player.blocking = null
}

/** Whether the player's shield is between it and the point: raised, and the point in front (Minecraft Wiki: Shield). */
export function isShielded(game: Game, player: Player, from: Position): boolean {
  const { blocking } = player
  if (blocking === null || game.tick - blocking.startTick < RAISING_TICKS) return false
  if (player.inventory.storage.at(blocking.slot)?.name !== 'shield') return false
  const yaw = (player.yaw * Math.PI) / 180
  const [x, z] = [from.x - player.position.x, from.z - player.position.z]
  return -Math.sin(yaw) * x + Math.cos(yaw) * z > 0
}

/** Wears the raised shield by a blow that it stopped. */
export function wearShield(game: Game, player: Player, damage: number): void {
  const slot = player.blocking?.slot
  const shield = slot === undefined ? null : player.inventory.storage.at(slot)
  if (slot === undefined || shield === null || damage < LEAST_WEARING || player.gameMode === 'creative')
    return
  const worn = afterUses(game, shield, 1 + Math.floor(damage))
  player.inventory.storage.put(slot, worn)
  if (worn === null) player.blocking = null
}
