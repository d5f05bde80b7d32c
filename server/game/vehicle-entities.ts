import type { Position } from '../../src/core/position.ts'
import { stillVelocity, type VehicleEntity } from './entity.ts'
import type { Game } from './game.ts'

/** Puts a boat or a minecart into the world, as the item makes it. */
export function spawnVehicle(
  game: Game,
  item: string,
  place: { readonly position: Position; readonly yaw: number },
): VehicleEntity {
  const id = game.nextId()
  const vehicle: VehicleEntity = {
    type: 'vehicle',
    form: item === 'minecart' ? 'minecart' : 'boat',
    item,
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
    wear: 0,
    turning: 0,
    drivenUntil: 0,
  }
  game.entities.set(id, vehicle)
  return vehicle
}

/** Seats of the vehicle. */
export function seatsOf({ form }: VehicleEntity): number {
  return form === 'boat' ? 2 : 1
}
