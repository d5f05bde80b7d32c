import { playPlayerSound } from '../game/body-sounds.ts'
import type { Entity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { exchangeItem } from './exchanging.ts'
import { reachesBody } from './reach.ts'

const milkable = new Set(['cow', 'mooshroom', 'goat'])

/** Fills an empty bucket at a cow, mooshroom or goat. Says whether it did. Source: Minecraft Wiki, Milk Bucket. */
export function milk(game: Game, player: Player, animal: Entity, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  if (player.isDead || player.gameMode === 'spectator') return false
  if (!milkable.has(animal.kind.name) || player.inventory.storage.at(slot)?.name !== 'bucket') return false
  if (!reachesBody(player, animal.position, animal.kind.height)) return false
  exchangeItem(game, player, slot, 'milk_bucket')
  playPlayerSound(game, player, animal.kind.name === 'goat' ? 'entity.goat.milk' : 'entity.cow.milk')
  syncWindow(game, player)
  return true
}
