import { equalStacks } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Inventory places that others see on a player, with their numbers in the protocol. */
const visible: readonly { readonly number: number; readonly index: number }[] = [
  { number: 1, index: OFF_HAND },
  { number: 2, index: 8 },
  { number: 3, index: 7 },
  { number: 4, index: 6 },
  { number: 5, index: 5 },
]

/** Tells the viewers what the player wears and holds. */
export function showEquipment(game: Game, player: Player, viewers: Iterable<Player>): void {
  const equipments = [
    { slot: 0, item: game.protocol.item(player.held) },
    ...visible.map(({ number, index }) => ({
      slot: number,
      item: game.protocol.item(player.inventory.storage.at(index)),
    })),
  ]
  game.sendTo(viewers, { name: 'entity_equipment', params: { entityId: player.id, equipments } })
}

/** Tells everyone who sees the player when it holds something else. */
export function updateHeldItem(game: Game, player: Player): void {
  if (equalStacks(player.shownHeld, player.held)) return
  if (player.shownHeld?.name !== player.held?.name) player.lastBlowTick = game.tick
  player.shownHeld = player.held
  showEquipment(
    game,
    player,
    [...game.players.values()].filter((viewer) => viewer.seen.has(player.id)),
  )
}
