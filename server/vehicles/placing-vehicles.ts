import type { Position } from '../../src/core/position.ts'
import { isCrowded } from '../game/crowds.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { spawnVehicle } from '../game/vehicle-entities.ts'
import { syncWindow } from '../game/window-sync.ts'
import { withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { isFree } from '../mobs/walking.ts'
import { aimedBlock } from '../rules/aiming.ts'
import { neighbor } from '../rules/faces.ts'
import { fluidAt } from '../rules/fluid-space.ts'
import type { BlockUse } from '../rules/placing.ts'
import { lookVector, type RayHit } from '../rules/ray-cast.ts'
import { endsOf, isRail } from './rail.ts'

const RAIL_HEIGHT = 1 / 16
/** Surface of a source of water in its block. */
const WATERLINE = 8 / 9

/** Puts a boat onto the water or the block that the player looks at. Says whether it held one. Source: Minecraft Wiki, Boat. */
export function launchBoat(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(slot)
  if (stack === null || !/^([a-z_]+_boat|bamboo_raft)$/.test(stack.name) || /chest/.test(stack.name))
    return false
  const hit = aimedBlock(game, player, true)
  if (hit === null || player.gameMode === 'spectator') return true
  const position = landingOf(game, player, hit)
  if (!hasRoom(game, position) || isCrowded(game, 'vehicle', position)) return true
  spawnVehicle(game, stack.name, { position, yaw: player.yaw })
  useUp(game, player, slot)
  return true
}

/** Puts a minecart onto a rail. Says whether it did. Source: Minecraft Wiki, Minecart. */
export function placeMinecart(game: Game, player: Player, use: BlockUse): boolean {
  const slot = use.offHand ? OFF_HAND : player.heldSlot
  const rail = game.world.blockAt(use.position)
  if (player.inventory.storage.at(slot)?.name !== 'minecart' || !isRail(rail.name)) return false
  if (isCrowded(game, 'vehicle', use.position)) return true
  const isSlope = endsOf(rail.properties.shape).some((end) => end.y < 0)
  const { x, y, z } = use.position
  const position = { x: x + 0.5, y: y + RAIL_HEIGHT + (isSlope ? 0.5 : 0), z: z + 0.5 }
  spawnVehicle(game, 'minecart', { position, yaw: 0 })
  useUp(game, player, slot)
  return true
}

function useUp(game: Game, player: Player, slot: number): void {
  const { storage } = player.inventory
  const stack = storage.at(slot)
  if (stack !== null && player.gameMode !== 'creative') storage.put(slot, withCount(stack, stack.count - 1))
  syncWindow(game, player)
}

/** The point at which the look meets the surface of the water or the side of the block. */
function landingOf(game: Game, player: Player, { position, face }: RayHit): Position {
  const isWater = fluidAt(game, position) !== null
  if (face !== 'up') {
    const beside = isWater ? position : neighbor(position, face)
    return { x: beside.x + 0.5, y: beside.y + (isWater ? WATERLINE : 0), z: beside.z + 0.5 }
  }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(position))
  const top = position.y + (isWater ? WATERLINE : Math.max(0, ...boxes.map((box) => box[4] ?? 1)))
  const look = lookVector(player.yaw, player.pitch)
  const way = look.y === 0 ? 0 : (top - player.eyes.y) / look.y
  return { x: player.eyes.x + look.x * way, y: top, z: player.eyes.z + look.z * way }
}

function hasRoom(game: Game, { x, y, z }: Position): boolean {
  const place = { x: Math.floor(x), y: Math.floor(y + 0.01), z: Math.floor(z) }
  return isFree(game, place) || fluidAt(game, place)?.name === 'water'
}
