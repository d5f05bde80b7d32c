import type { Position } from '../../src/core/position.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { refreshItem } from '../game/tracking.ts'
import { sameItem } from '../inventory/item-stack.ts'
import { awakeItems, itemsAround, MERGE_INTERVAL, removeItem } from './item-physics.ts'

/** How far beyond a player's body items are picked up, in blocks: sideways, and up and down. */
const SIDE_REACH = 1
const VERTICAL_REACH = 0.5
const ITEM_SIZE = 0.25
/** Items this close to each other become one stack. */
const MERGE_REACH = 0.5

/** Lets players pick up the items around them. */
export function tickPickUp(game: Game): void {
  const reaches = [...game.players.values()].filter(canPickUp).map(reachOf)
  const items = [...itemsInReach(game, reaches)]
  // Those that came first go first, wherever they lie.
  for (const item of items.sort((a, b) => a.id - b.id)) offer(game, item, reaches)
}

function itemsInReach(game: Game, reaches: readonly Reach[]): ReadonlySet<ItemEntity> {
  const { entities, itemTicks } = game
  const found = new Set<ItemEntity>()
  const look = (reach: Reach, item: ItemEntity) => {
    if (item.collectableFrom <= itemTicks && isInReach(reach, item.position)) found.add(item)
  }
  const awake = awakeItems(game)
  for (const reach of reaches) {
    for (const item of entities.stillAround(reach.player.position, reach.side)) look(reach, item)
    for (const item of awake) look(reach, item)
  }
  return found
}

/** Each player who reaches the item takes what it can of it. */
function offer(game: Game, item: ItemEntity, reaches: readonly Reach[]): void {
  const { position } = item
  for (const reach of reaches) {
    if (!isInReach(reach, position)) continue
    pickUp(game, reach.player, item)
    if (!game.entities.has(item.id)) break
  }
}

function isInReach(reach: Reach, { x, y, z }: Position): boolean {
  if (Math.abs(x - reach.x) >= reach.side || Math.abs(z - reach.z) >= reach.side) return false
  return y > reach.low && y < reach.high
}

function canPickUp({ isDead, gameMode }: Player): boolean {
  return !isDead && gameMode !== 'spectator'
}

interface Reach {
  readonly player: Player
  readonly x: number
  readonly z: number
  readonly side: number
  readonly low: number
  readonly high: number
}

/** Where items must lie for the player to pick them up: looked at for every item, so it is reckoned only once in a tick. */
function reachOf(player: Player): Reach {
  const { position, kind } = player
  return {
    player,
    x: position.x,
    z: position.z,
    side: kind.width / 2 + SIDE_REACH + ITEM_SIZE / 2,
    low: position.y - VERTICAL_REACH - ITEM_SIZE,
    high: position.y + kind.height + VERTICAL_REACH,
  }
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

/** Joins equal items that lie close together, the later one to the earlier. Those that lay still before have been looked at. */
export function tickMerge(game: Game): void {
  if (game.tick % MERGE_INTERVAL !== 0) return
  const pairs = awakeItems(game).flatMap((item) =>
    itemsAround(game, item.position, MERGE_REACH + ITEM_SIZE)
      .filter((other) => other !== item && other.stack.name === item.stack.name && isClose(item, other))
      .map((other): Pair => (item.id < other.id ? [item, other] : [other, item])),
  )
  for (const [item, other] of pairs.sort(([a, b], [c, d]) => a.id - c.id || b.id - d.id)) {
    if (game.entities.has(item.id)) mergeInto(game, item, other)
  }
}

type Pair = readonly [earlier: ItemEntity, later: ItemEntity]

function mergeInto(game: Game, item: ItemEntity, other: ItemEntity): void {
  if (!game.entities.has(other.id) || !sameItem(item.stack, other.stack)) return
  const count = item.stack.count + other.stack.count
  if (count > game.stackSize(item.stack.name)) return
  item.stack = { ...item.stack, count }
  item.appeared = Math.max(item.appeared, other.appeared)
  item.collectableFrom = Math.max(item.collectableFrom, other.collectableFrom)
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
