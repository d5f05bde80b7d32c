import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Entity, MobEntity, VehicleEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { leaveSeat, passengersOf, takeSeat } from '../game/seats.ts'
import { teleport } from '../game/teleport.ts'
import { seatsOf } from '../game/vehicle-entities.ts'
import { isFloor, isFree } from '../mobs/walking.ts'

/** Something that carries players. */
export type Mount = VehicleEntity | MobEntity

/** How much higher than a mount's feet its riders' feet are; they sit, so that it may be less than nothing. */
const SEAT_HEIGHTS = { boat: -0.41, minecart: -0.41 } as const
const SITTING = 0.6
/** Two in a boat sit that far before and behind its middle. */
const FRONT_SEAT = 0.2
const BACK_SEAT = -0.6
/** Farthest that a client may move its vehicle in one packet, in blocks. */
const LARGEST_STEP = 10

/** The player gets on, if there is a seat left. Says whether it did. Source: Minecraft Wiki, Boat; Minecart; Riding. */
export function mount(game: Game, player: Player, vehicle: Mount): boolean {
  const seats = vehicle.type === 'vehicle' ? seatsOf(vehicle) : 1
  if (player.vehicle !== null || player.sneaking) return false
  if (passengersOf(game, vehicle.id).length >= seats) return false
  takeSeat(game, player, vehicle.id)
  moveRiders(game, vehicle)
  return true
}

/** The player gets off and stands beside the vehicle, or on it where there is no room. */
export function dismount(game: Game, player: Player): void {
  const vehicle = mountOf(game, player)
  leaveSeat(game, player)
  if (vehicle !== null) teleport(game, player, placeBeside(game, player, vehicle))
}

/** Lets everybody off, because the vehicle is about to go. */
export function unseatAll(game: Game, vehicle: Mount): void {
  for (const id of passengersOf(game, vehicle.id)) {
    const player = game.players.get(id)
    if (player !== undefined) dismount(game, player)
  }
}

/** What the player rides on; null while it stands on its own feet. */
export function mountOf(game: Game, player: Player): Mount | null {
  const entity = player.vehicle === null ? undefined : game.entities.get(player.vehicle)
  return entity !== undefined && isMount(entity) ? entity : null
}

export function isMount(entity: Entity): entity is Mount {
  return entity.type === 'vehicle' || entity.type === 'mob'
}

/** The player who steers: the first to have got on. */
export function driverOf(game: Game, vehicle: Mount): Player | null {
  const [first] = passengersOf(game, vehicle.id)
  return first === undefined ? null : (game.players.get(first) ?? null)
}

/** Takes the riders along. */
export function moveRiders(game: Game, vehicle: Mount): void {
  const riders = passengersOf(game, vehicle.id)
  for (const [index, id] of riders.entries()) {
    const player = game.players.get(id)
    if (player === undefined) continue
    player.position = seatAt(vehicle, riders.length < 2 ? 0 : index === 0 ? FRONT_SEAT : BACK_SEAT)
    player.velocity = vehicle.velocity
    player.onGround = false
    player.moved = true
  }
}

/** A client that moves its vehicle itself says where it is. Impossible moves are taken back. */
export function driveTo(game: Game, player: Player, place: Position & { readonly yaw: number }): void {
  const vehicle = mountOf(game, player)
  if (vehicle === null || driverOf(game, vehicle) !== player) return
  if (vehicle.type === 'vehicle' && vehicle.form === 'minecart') return
  const { x, y, z, yaw } = place
  if (![x, y, z, yaw].every(Number.isFinite)) return
  if (distanceBetween(vehicle.position, { x, y, z }) > LARGEST_STEP) {
    player.connection.send({
      name: 'vehicle_move',
      params: { ...vehicle.position, yaw: vehicle.yaw, pitch: 0 },
    })
    return
  }
  vehicle.position = { x, y, z }
  vehicle.yaw = yaw
  vehicle.moved = true
  if (vehicle.type === 'vehicle') vehicle.drivenUntil = game.tick + 2
  moveRiders(game, vehicle)
}

function seatAt(vehicle: Mount, forwards: number): Position {
  const { x, y, z } = vehicle.position
  const angle = (vehicle.yaw * Math.PI) / 180
  const height =
    vehicle.type === 'vehicle' ? SEAT_HEIGHTS[vehicle.form] : vehicle.kind.height * 0.75 - SITTING + 0.35
  return { x: x - Math.sin(angle) * forwards, y: y + height, z: z + Math.cos(angle) * forwards }
}

/** Eight places around the vehicle are tried, beginning at the right of where the player looks. */
function placeBeside(game: Game, player: Player, vehicle: Mount): Position {
  const { x, y, z } = vehicle.position
  const distance = vehicle.kind.width / 2 + player.kind.width / 2 + 0.1
  for (const rise of [0, 1, -1]) {
    for (let turn = 0; turn < 8; turn++) {
      const angle = ((player.yaw + 90 + turn * 45) * Math.PI) / 180
      const place = { x: x - Math.sin(angle) * distance, z: z + Math.cos(angle) * distance }
      const feet = { x: Math.floor(place.x), y: Math.floor(y + 0.5) + rise, z: Math.floor(place.z) }
      const hasRoom = isFree(game, feet) && isFree(game, { ...feet, y: feet.y + 1 })
      if (hasRoom && isFloor(game, { ...feet, y: feet.y - 1 })) return { ...place, y: feet.y }
    }
  }
  return { x, y: y + vehicle.kind.height, z }
}
