import type { Position } from '../../src/core/position.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { isCrowded, oldestIn } from './crowds.ts'
import type { ItemEntity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { forget } from './tracking.ts'

/** Ticks before an item can be picked up: after breaking a block, and after a player threw it. */
const DROP_DELAY = 10
const TOSS_DELAY = 40
export const ITEM_HEALTH = 5

interface ItemFlight {
  readonly position: Position
  readonly velocity: Position
  readonly pickUpDelay: number
}

/** Lets a stack drop out of the block at the position, as broken blocks and opened chests do. */
export function dropFromBlock(game: Game, block: Position, stack: ItemStack): void {
  const { random } = game
  const around = () => 0.5 + (random.float() - 0.5) / 2
  spawnItem(game, stack, {
    position: { x: block.x + around(), y: block.y + around() - 0.125, z: block.z + around() },
    velocity: { x: (random.float() - 0.5) / 5, y: 0.2, z: (random.float() - 0.5) / 5 },
    pickUpDelay: DROP_DELAY,
  })
}

/** Throws a stack in the direction in which the player looks. */
export function tossItem(game: Game, player: Player, stack: ItemStack): void {
  const { random } = game
  const yaw = (player.yaw * Math.PI) / 180
  const pitch = (player.pitch * Math.PI) / 180
  const angle = random.float() * Math.PI * 2
  const spread = random.float() * 0.02
  spawnItem(game, stack, {
    position: { ...player.eyes, y: player.eyes.y - 0.3 },
    velocity: {
      x: -Math.sin(yaw) * Math.cos(pitch) * 0.3 + Math.cos(angle) * spread,
      y: -Math.sin(pitch) * 0.3 + 0.1 + (random.float() - random.float()) * 0.1,
      z: Math.cos(yaw) * Math.cos(pitch) * 0.3 + Math.sin(angle) * spread,
    },
    pickUpDelay: TOSS_DELAY,
  })
}

/** Scatters a stack around a body that died. */
export function scatterItem(game: Game, position: Position, stack: ItemStack): void {
  const { random } = game
  const angle = random.float() * Math.PI * 2
  const speed = random.float() * 0.5
  spawnItem(game, stack, {
    position: { ...position, y: position.y + 1.3 },
    velocity: { x: -Math.sin(angle) * speed, y: 0.2, z: Math.cos(angle) * speed },
    pickUpDelay: TOSS_DELAY,
  })
}

/** Ticks since the item appeared. */
export function ageOf({ itemTicks }: Game, { appeared }: ItemEntity): number {
  return itemTicks - appeared
}

/** Ticks until the item can be picked up. */
export function pickUpDelayOf({ itemTicks }: Game, { collectableFrom }: ItemEntity): number {
  return Math.max(0, collectableFrom - itemTicks)
}

/** Puts a stack into the world. In a column full of items it takes the place of the oldest. */
export function spawnItem(game: Game, stack: ItemStack, flight: ItemFlight): ItemEntity {
  if (isCrowded(game, 'item', flight.position)) {
    const oldest = oldestIn(game, 'item', flight.position)
    if (oldest !== null) game.entities.delete(oldest.id)
    if (oldest !== null) forget(game, oldest.id)
  }
  const id = game.nextId()
  const item: ItemEntity = {
    type: 'item',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('item'),
    position: flight.position,
    velocity: flight.velocity,
    yaw: 0,
    pitch: 0,
    onGround: false,
    moved: false,
    stack,
    appeared: game.itemTicks,
    collectableFrom: game.itemTicks + flight.pickUpDelay,
    resting: false,
    health: ITEM_HEALTH,
  }
  game.entities.set(id, item)
  return item
}
