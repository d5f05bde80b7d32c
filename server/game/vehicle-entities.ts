import type { Position } from '../../src/core/position.ts'
import { type Body, stillVelocity, type VehicleEntity } from './entity.ts'
import type { Game } from './game.ts'

/** Puts a boat or a minecart into the world, as the item makes it. */
export function spawnVehicle(
  game: Game,
  item: string,
  place: { readonly position: Position; readonly yaw: number },
): VehicleEntity {
  const id = game.nextId()
  const vehicle = newVehicle(item, {
    id,
    uuid: game.uuidOf(id),
    // Boats of all woods were one kind of entity once.
    kind: game.registry.findEntity(item) ?? game.registry.entity('boat'),
    position: place.position,
    velocity: stillVelocity,
    yaw: place.yaw,
    pitch: 0,
    onGround: false,
    moved: false,
  })
  game.entities.set(id, vehicle)
  return vehicle
}

/** A vehicle that the item makes, as it is when it has just been put down. */
export function newVehicle(item: string, body: Body): VehicleEntity {
  const form = item === 'minecart' ? 'minecart' : 'boat'
  return { ...body, type: 'vehicle', form, item, wear: 0, turning: 0, drivenUntil: 0 }
}

/** Seats of the vehicle. */
export function seatsOf({ form }: VehicleEntity): number {
  return form === 'boat' ? 2 : 1
}
