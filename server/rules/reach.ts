import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Player } from '../game/player.ts'

/** Vanilla lets survival players reach 4.5 blocks, and forgives the network one more. */
const SURVIVAL_REACH = 5.5
const CREATIVE_REACH = 6
const ENTITY_REACH = 4

/** Whether the player's hand reaches the block: measured from the eyes to the block's nearest point. */
export function reachesBlock(player: Player, block: Position): boolean {
  const { eyes } = player
  const nearest = {
    x: clamp(eyes.x, block.x, block.x + 1),
    y: clamp(eyes.y, block.y, block.y + 1),
    z: clamp(eyes.z, block.z, block.z + 1),
  }
  const reach = player.gameMode === 'creative' ? CREATIVE_REACH : SURVIVAL_REACH
  return distanceBetween(eyes, nearest) <= reach
}

/** Whether the player can hit a body of that size standing at the position. */
export function reachesBody(player: Player, feet: Position, height: number): boolean {
  const nearest = { ...feet, y: clamp(player.eyes.y, feet.y, feet.y + height) }
  return distanceBetween(player.eyes, nearest) <= ENTITY_REACH
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
