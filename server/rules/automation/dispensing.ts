import type { Position } from '../../../src/core/position.ts'
import { spawnArrow } from '../../game/arrows.ts'
import { storedItems } from '../../game/containers.ts'
import type { Game } from '../../game/game.ts'
import { spawnItem } from '../../game/item-entities.ts'
import { primeTnt, TNT_FUSE } from '../../game/primed-tnt.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'
import type { ItemStorage } from '../../inventory/item-storage.ts'
import type { WorldBlock } from '../../world/world.ts'
import { feedBlock } from '../bone-meal.ts'
import { bucketFluids, pourSource, scoopUp } from '../buckets.ts'
import { type Face, neighbor, opposite } from '../faces.ts'
import { powerAt } from '../redstone/signals.ts'
import { addOne, allPlaces, putOne, takeOne } from './container-places.ts'

/** Ticks from power to the shot. Source: Minecraft Wiki, "Dispenser" and "Dropper". */
const DELAY = 4
const ARROW_DAMAGE = 2
/** Nobody: what a dispenser shoots belongs to no one. */
const NO_SHOOTER = 0

/** A dispenser or dropper starts when power comes to it or to the block above, and not again before it has gone. */
export function noteTrigger(game: Game, { position, name, properties }: WorldBlock): void {
  const isPowered = powerAt(game, position) > 0 || powerAt(game, neighbor(position, 'up')) > 0
  if (isPowered === (properties.triggered === 'true')) return
  if (isPowered) game.redstone.ticks.schedule(position, game.tick + DELAY)
  game.world.setBlock(position, name, { ...properties, triggered: String(isPowered) })
}

/** Gives out one item from a place chosen by chance. */
export function dispense(game: Game, block: WorldBlock): void {
  const storage = storedItems(game, block.position)
  const filled = allPlaces(storage).filter(({ index }) => storage.at(index) !== null)
  if (filled.length === 0) return
  const place = game.stream('dispensers').pick(filled)
  const stack = storage.at(place.index)
  if (stack === null) return
  const outcome = block.name === 'dispenser' ? use(game, block, stack) : passOn(game, block, stack)
  if (outcome === 'kept') return
  takeOne(place)
  if (outcome === 'spat') spit(game, block, { ...stack, count: 1 })
  else if (outcome !== 'gone') keep(game, block, storage, outcome)
}

/** What became of an item: it stays, it flies out, nothing is left of it, or something else comes back. */
type Outcome = 'kept' | 'spat' | 'gone' | ItemStack

/** A dropper puts the item into the container before it. */
function passOn(game: Game, { position, properties }: WorldBlock, stack: ItemStack): Outcome {
  const facing = properties.facing as Face
  const isIn = putOne(game, neighbor(position, facing), opposite(facing), stack)
  if (isIn === null) return 'spat'
  return isIn ? 'gone' : 'kept'
}

/** A dispenser uses the item on the place before it. */
function use(game: Game, block: WorldBlock, stack: ItemStack): Outcome {
  const facing = block.properties.facing as Face
  const target = neighbor(block.position, facing)
  const fluid = bucketFluids[stack.name]
  if (fluid !== undefined) return pourSource(game, target, fluid) ? itemStack('bucket') : 'spat'
  if (stack.name === 'bucket') {
    const full = scoopUp(game, target)
    return full === null ? 'spat' : itemStack(full)
  }
  if (stack.name === 'bone_meal') return feedBlock(game, target) ? 'gone' : 'kept'
  if (stack.name === 'tnt') {
    primeTnt(game, target, TNT_FUSE)
    return 'gone'
  }
  if (stack.name !== 'arrow') return 'spat'
  shootArrow(game, block.position, facing)
  return 'gone'
}

function shootArrow(game: Game, position: Position, facing: Face): void {
  const step = neighbor({ x: 0, y: 0, z: 0 }, facing)
  spawnArrow(game, {
    shooter: NO_SHOOTER,
    position: mouth(position, step),
    direction: { x: step.x, y: step.y + 0.1, z: step.z },
    speed: 1.1,
    spread: 6,
    damage: ARROW_DAMAGE,
    critical: false,
    collectable: true,
  })
}

/** What comes back goes into the dispenser, or out of it where it is full. */
function keep(game: Game, block: WorldBlock, storage: ItemStorage, rest: ItemStack): void {
  if (!allPlaces(storage).some((place) => addOne(game, place, rest))) spit(game, block, rest)
}

function spit(game: Game, { position, properties }: WorldBlock, stack: ItemStack): void {
  const random = game.stream('dispensers')
  const facing = properties.facing as Face
  const step = neighbor({ x: 0, y: 0, z: 0 }, facing)
  const speed = 0.2 + random.float() * 0.1
  const stray = () => (random.float() - random.float()) * 0.1
  const out = mouth(position, step)
  spawnItem(game, stack, {
    position: { ...out, y: out.y - (step.y === 0 ? 0.156 : 0.125) },
    velocity: { x: step.x * speed + stray(), y: 0.2 + stray(), z: step.z * speed + stray() },
    pickUpDelay: 0,
  })
}

function mouth(block: Position, step: Position): Position {
  return {
    x: block.x + 0.5 + step.x * 0.7,
    y: block.y + 0.5 + step.y * 0.7,
    z: block.z + 0.5 + step.z * 0.7,
  }
}
