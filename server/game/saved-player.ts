import type { Position } from '../../src/core/position.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { GameMode } from '../protocol/version-protocol.ts'
import type { ActiveEffect } from './active-effect.ts'
import { FULL_AIR, MAX_HEALTH, type Player, type SpawnPoint, UNBURNT } from './player.ts'

/** What the server keeps of a player who has left, for when it comes back. */
export interface SavedPlayer {
  readonly uuid: string
  /** Null for a player who died and has not come back to life: it starts at the spawn. */
  readonly position: Position | null
  readonly yaw: number
  readonly pitch: number
  readonly gameMode: GameMode
  readonly health: number
  readonly food: number
  readonly saturation: number
  /** Ticks of breath. */
  readonly air: number
  /** Ticks on fire. */
  readonly fireTicks: number
  readonly heldIndex: number
  readonly experienceLevel: number
  readonly experiencePoints: number
  readonly enchantmentSeed: number
  readonly spawnPoint: SpawnPoint | null
  readonly effects: ReadonlyMap<string, ActiveEffect>
  /** By place of the inventory. */
  readonly items: readonly (ItemStack | null)[]
  /** What lies in its ender chest, by place. */
  readonly enderItems: readonly (ItemStack | null)[]
}

/** Takes down the state of a player who leaves. Its windows must be closed already. */
export function savePlayer(player: Player): SavedPlayer {
  const { isDead, inventory } = player
  return {
    uuid: player.uuid,
    position: isDead ? null : player.position,
    yaw: player.yaw,
    pitch: player.pitch,
    gameMode: player.gameMode,
    health: isDead ? MAX_HEALTH : player.health,
    food: isDead ? 20 : player.food,
    saturation: isDead ? 5 : player.saturation,
    air: isDead ? FULL_AIR : player.air,
    fireTicks: isDead ? UNBURNT : player.fireTicks,
    heldIndex: player.heldIndex,
    experienceLevel: player.experienceLevel,
    experiencePoints: player.experiencePoints,
    enchantmentSeed: player.enchantmentSeed,
    spawnPoint: player.spawnPoint,
    effects: isDead ? new Map() : new Map(player.effects),
    items: inventory.storage.all(),
    enderItems: player.enderItems.all(),
  }
}

export function restorePlayer(player: Player, saved: SavedPlayer): void {
  player.position = saved.position ?? player.position
  player.yaw = saved.yaw
  player.pitch = saved.pitch
  player.gameMode = saved.gameMode
  player.health = saved.health
  player.food = saved.food
  player.saturation = saved.saturation
  player.air = saved.air
  player.fireTicks = saved.fireTicks
  player.heldIndex = saved.heldIndex
  player.experienceLevel = saved.experienceLevel
  player.experiencePoints = saved.experiencePoints
  player.enchantmentSeed = saved.enchantmentSeed
  player.spawnPoint = saved.spawnPoint
  for (const [name, effect] of saved.effects) player.effects.set(name, effect)
  for (const [place, stack] of saved.items.entries()) player.inventory.storage.put(place, stack)
  for (const [place, stack] of saved.enderItems.entries()) player.enderItems.put(place, stack)
}
