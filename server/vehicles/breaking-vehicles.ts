import type { VehicleEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { forget } from '../game/tracking.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { unseatAll } from './riding.ts'

/** A blow wears a vehicle by ten times its half hearts; beyond this it breaks, and each tick takes one off again. */
const WEAR_PER_DAMAGE = 10
const MOST_WEAR = 40
/** Metadata: ticks that it rocks, to which side, and its wear. */
const ROCKING = 8
const SIDE = 9
const WEAR = 10
const ROCKING_TICKS = 10

/** Strikes a boat or a minecart; it breaks and gives its item back. Creative players break it at once, without. */
export function strikeVehicle(game: Game, player: Player, vehicle: VehicleEntity, damage: number): void {
  vehicle.wear += damage * WEAR_PER_DAMAGE
  game.sendToWatchers(vehicle.id, {
    name: 'entity_metadata',
    params: {
      entityId: vehicle.id,
      metadata: [
        { key: ROCKING, type: 'int', value: ROCKING_TICKS },
        { key: SIDE, type: 'int', value: 1 },
        { key: WEAR, type: 'float', value: vehicle.wear },
      ],
    },
  })
  if (player.gameMode === 'creative') breakVehicle(game, vehicle, null)
  else if (vehicle.wear > MOST_WEAR) breakVehicle(game, vehicle, vehicle.item)
}

/** Takes a vehicle out of the world. @param item that it leaves; null for none */
export function breakVehicle(game: Game, vehicle: VehicleEntity, item: string | null): void {
  unseatAll(game, vehicle)
  game.entities.delete(vehicle.id)
  forget(game, vehicle.id)
  const { x, y, z } = vehicle.position
  if (item !== null) dropFromBlock(game, { x: x - 0.5, y, z: z - 0.5 }, itemStack(item))
}
