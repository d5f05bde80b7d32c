import { equalStacks } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import type { Equipment } from './shown.ts'

/** Inventory places of armour and off-hand that others see on a player, with their numbers in the protocol. */
const worn: readonly { readonly number: number; readonly index: number }[] = [
  { number: 1, index: OFF_HAND },
  { number: 2, index: 8 },
  { number: 3, index: 7 },
  { number: 4, index: 6 },
  { number: 5, index: 5 },
]

const HANDS_SWAPPED_STATUS = 55

/** Tells a viewer all that the player wears and holds. */
export function showEquipment(game: Game, player: Player, viewer: Player): void {
  send(game, player, [viewer], equipmentOf(player))
}

/** Tells everyone who sees the player what it has put on, taken off or taken into a hand. */
export function updateEquipment(game: Game, player: Player): void {
  const { shown, heldIndex } = player
  const { revision } = player.inventory.storage
  if (shown.storageRevision === revision && shown.heldIndex === heldIndex) return
  shown.storageRevision = revision
  shown.heldIndex = heldIndex
  const before = shown.equipment
  const equipment = equipmentOf(player)
  const changed = equipment.filter(({ stack }, index) => !equalStacks(stack, before[index]?.stack ?? null))
  if (changed.length === 0) return
  if (before[0]?.stack?.name !== player.held?.name) player.lastBlowTick = game.tick
  shown.equipment = equipment
  const viewers = [...game.players.values()].filter((viewer) => viewer.seen.has(player.id))
  if (!isSwap(before, equipment)) {
    send(game, player, viewers, changed)
    return
  }
  const swap = { entityId: player.id, entityStatus: HANDS_SWAPPED_STATUS }
  game.sendTo(viewers, { name: 'entity_status', params: swap })
  const rest = changed.filter(({ slot }) => slot > 1)
  if (rest.length > 0) send(game, player, viewers, rest)
}

/** Whether the hands hold each other's stacks: clients are told of that in one word. */
function isSwap(before: readonly Equipment[], after: readonly Equipment[]): boolean {
  const stackAt = (equipment: readonly Equipment[], index: number) => equipment[index]?.stack ?? null
  return (
    !equalStacks(stackAt(after, 0), stackAt(after, 1)) &&
    equalStacks(stackAt(before, 0), stackAt(after, 1)) &&
    equalStacks(stackAt(before, 1), stackAt(after, 0))
  )
}

function equipmentOf({ held, inventory }: Player): readonly Equipment[] {
  const others = worn.map(({ number, index }) => ({ slot: number, stack: inventory.storage.at(index) }))
  return [{ slot: 0, stack: held }, ...others]
}

function send(game: Game, player: Player, viewers: readonly Player[], equipment: readonly Equipment[]): void {
  const equipments = equipment.map(({ slot, stack }) => ({ slot, item: game.protocol.item(stack) }))
  game.sendTo(viewers, { name: 'entity_equipment', params: { entityId: player.id, equipments } })
}
