import type { Position } from '../../../src/core/position.ts'
import { isHopper, type StoredItems, storedItems } from '../../game/containers.ts'
import type { ItemEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { refreshItem } from '../../game/tracking.ts'
import { itemStack, sameItem } from '../../inventory/item-stack.ts'
import { positionKey } from '../../world/position-key.ts'
import { type Face, neighbor, opposite } from '../faces.ts'
import { removeItem } from '../item-physics.ts'
import { emptyComposter } from '../stations/composters.ts'
import { isConductor } from '../sturdiness.ts'
import { addOne, allPlaces, placesToEmpty, putOne, takeOne } from './container-places.ts'

/** Ticks between two moves. Source: Minecraft Wiki, "Hopper". */
const COOLDOWN = 8
/** Height of the funnel's rim, above which items fall in. */
const RIM = 11 / 16
const BONE_MEAL = itemStack('bone_meal')

type ItemsByBlock = ReadonlyMap<string, readonly ItemEntity[]>

/** A hopper starts to work as soon as it stands. */
export function noteHopper(game: Game, position: Position, after: number): void {
  if (game.registry.blockOfState(after).name === 'hopper') storedItems(game, position)
}

/** Lets hoppers pass on one item every 8 ticks: first out of themselves, then into themselves. */
export function tickHoppers(game: Game): void {
  let items: ItemsByBlock | null = null
  for (const { position, entity } of game.world.blockEntities()) {
    if (!isHopper(entity) || game.tick < readyTick(game, position)) continue
    const { properties } = game.world.blockAt(position)
    if (properties.enabled !== 'true') continue
    items ??= itemsByBlock(game)
    const gives = giveOn(game, position, entity, properties.facing as Face)
    const takes = takeIn(game, position, entity, items)
    if (gives || takes) rest(game, position, COOLDOWN)
  }
}

/** First tick in which the hopper may move something. */
function readyTick(game: Game, position: Position): number {
  return game.hopperRests.get(positionKey(position)) ?? 0
}

function rest(game: Game, position: Position, ticks: number): void {
  game.hopperRests.set(positionKey(position), game.tick + ticks)
}

/** Moves one item into the container before the spout. Says whether one went. */
function giveOn(game: Game, position: Position, hopper: StoredItems, facing: Face): boolean {
  const target = neighbor(position, facing)
  const next = game.world.blockEntityAt(target)
  const wakes = isHopper(next) && next.storage.stacks().length === 0
  for (const [index, stack] of hopper.storage.all().entries()) {
    if (stack === null) continue
    const isIn = putOne(game, target, opposite(facing), stack)
    if (isIn === null) return false
    if (!isIn) continue
    takeOne({ storage: hopper.storage, index })
    // A hopper that was empty waits before it passes the item on, one tick less than after a move of its own.
    if (wakes && readyTick(game, target) <= game.tick) rest(game, target, COOLDOWN - 1)
    return true
  }
  return false
}

/** Takes one item out of the container above, or items that lie there. Says whether something came. */
function takeIn(game: Game, position: Position, hopper: StoredItems, items: ItemsByBlock): boolean {
  const above = neighbor(position, 'up')
  const places = allPlaces(hopper.storage)
  const block = game.world.blockAt(above)
  if (block.name === 'composter') {
    const hasRoom = places.some(({ index }) => hopper.storage.at(index) === null || isMeal(hopper, index))
    return hasRoom && emptyComposter(game, block) && places.some((place) => addOne(game, place, BONE_MEAL))
  }
  const sources = placesToEmpty(game, above)
  if (sources === null) return takeItems(game, position, hopper, items)
  for (const source of sources) {
    const stack = source.storage.at(source.index)
    if (stack === null || !places.some((place) => addOne(game, place, stack))) continue
    takeOne(source)
    return true
  }
  return false
}

function isMeal({ storage }: StoredItems, index: number): boolean {
  const stack = storage.at(index)
  return stack !== null && sameItem(stack, BONE_MEAL) && stack.count < 64
}

function takeItems(game: Game, position: Position, hopper: StoredItems, items: ItemsByBlock): boolean {
  const above = neighbor(position, 'up')
  const inside = (items.get(positionKey(position)) ?? []).filter(
    ({ position: { y } }) => y >= position.y + RIM,
  )
  const isShut = isConductor(game, game.world.blockStateAt(above))
  for (const item of [...inside, ...(isShut ? [] : (items.get(positionKey(above)) ?? []))]) {
    if (game.entities.has(item.id) && swallow(game, item, hopper)) return true
  }
  return false
}

/** Takes as many of the stack as there is room for. Says whether it went in as a whole. */
function swallow(game: Game, item: ItemEntity, { storage }: StoredItems): boolean {
  const places = allPlaces(storage)
  const before = item.stack.count
  let left = before
  while (left > 0 && places.some((place) => addOne(game, place, item.stack))) left -= 1
  if (left === 0) removeItem(game, item)
  else if (left < before) {
    item.stack = { ...item.stack, count: left }
    refreshItem(game, item)
  }
  return left === 0
}

function itemsByBlock(game: Game): ItemsByBlock {
  const found = new Map<string, ItemEntity[]>()
  for (const entity of game.entities.ofType('item')) {
    const { x, y, z } = entity.position
    const key = positionKey({ x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) })
    const others = found.get(key)
    if (others === undefined) found.set(key, [entity])
    else others.push(entity)
  }
  return found
}
