import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { refreshItem } from '../game/tracking.ts'
import { sameItem } from '../inventory/item-stack.ts'
import { removeItem } from './item-physics.ts'

/** How far beyond a player's body items are picked up, in blocks: sideways, and up and down. */
const SIDE_REACH = 1
const VERTICAL_REACH = 0.5
const ITEM_SIZE = 0.25
/** Items this close to each other become one stack. */
const MERGE_REACH = 0.5
const MERGE_INTERVAL = 20

/** Lets players pick up the items around them. */
export function tickPickUp(game: Game): void {
  for (const item of game.entities.values()) {
    if (item.type !== 'item' || item.pickUpDelay > 0) continue
    for (const player of game.players.values()) {
      if (player.isDead || player.gameMode === 'spectator' || !isInReach(player, item)) continue
      pickUp(game, player, item)
      if (!game.entities.has(item.id)) break
    }
  }
}

function isInReach(player: Player, item: ItemEntity): boolean {
  const side = player.kind.width / 2 + SIDE_REACH + ITEM_SIZE / 2
  const low = player.position.y - VERTICAL_REACH - ITEM_SIZE
  const high = player.position.y + player.kind.height + VERTICAL_REACH
  return (
    Math.abs(item.position.x - player.position.x) < side &&
    Math.abs(item.position.z - player.position.z) < side &&
    item.position.y > low &&
    item.position.y < high
  )
}

function pickUp(game: Game, player: Player, item: ItemEntity): void {
  const rest = player.inventory.add(item.stack)
  const taken = item.stack.count - (rest?.count ?? 0)
  if (taken === 0) return
  game.sendToWatchers(item.id, {
    name: 'collect',
    params: { collectedEntityId: item.id, collectorEntityId: player.id, pickupItemCount: taken },
  })
  if (rest === null) {
    removeItem(game, item)
    return
  }
  item.stack = rest
  refreshItem(game, item)
}

/** Joins equal items that lie close together. */
export function tickMerge(game: Game): void {
  if (game.tick % MERGE_INTERVAL !== 0) return
  const items = [...game.entities.values()].filter((entity) => entity.type === 'item')
  for (const [index, item] of items.entries()) {
    if (!game.entities.has(item.id)) continue
    for (const other of items.slice(index + 1)) mergeInto(game, item, other)
  }
}

function mergeInto(game: Game, item: ItemEntity, other: ItemEntity): void {
  if (!game.entities.has(other.id) || !sameItem(item.stack, other.stack)) return
  const count = item.stack.count + other.stack.count
  if (count > game.stackSize(item.stack.name) || !isClose(item, other)) return
  item.stack = { ...item.stack, count }
  item.age = Math.min(item.age, other.age)
  item.pickUpDelay = Math.max(item.pickUpDelay, other.pickUpDelay)
  removeItem(game, other)
  refreshItem(game, item)
}

function isClose(a: ItemEntity, b: ItemEntity): boolean {
  return (
    Math.abs(a.position.x - b.position.x) <= MERGE_REACH + ITEM_SIZE &&
    Math.abs(a.position.y - b.position.y) <= ITEM_SIZE &&
    Math.abs(a.position.z - b.position.z) <= MERGE_REACH + ITEM_SIZE
  )
}
