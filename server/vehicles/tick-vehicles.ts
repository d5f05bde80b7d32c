import type { VehicleEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { isActive } from '../mobs/is-active.ts'
import { moveBoat } from './boat-motion.ts'
import { breakVehicle } from './breaking-vehicles.ts'
import { moveMinecart } from './minecart-motion.ts'
import { driverOf, moveRiders } from './riding.ts'

const VOID_Y = -128
/** How near a player's middle must come to push a vehicle, beyond half of their widths. */
const PUSH_MARGIN = 0.2
const PUSH = 0.05

/** Lets boats float and minecarts roll, with those who sit in them. */
export function tickVehicles(game: Game): void {
  for (const vehicle of game.entities.ofType('vehicle')) {
    if (!isActive(game, vehicle.position)) continue
    if (vehicle.wear > 0) vehicle.wear -= 1
    if (vehicle.position.y < VOID_Y) breakVehicle(game, vehicle, null)
    else tickVehicle(game, vehicle)
  }
}

function tickVehicle(game: Game, vehicle: VehicleEntity): void {
  const driver = driverOf(game, vehicle)
  pushAside(game, vehicle)
  if (vehicle.drivenUntil <= game.tick) {
    if (vehicle.form === 'boat') moveBoat(game, vehicle, driver)
    else moveMinecart(game, vehicle, driver)
  }
  if (driver !== null && vehicle.moved) moveRiders(game, vehicle)
}

/** Players who walk into a vehicle push it. */
function pushAside(game: Game, vehicle: VehicleEntity): void {
  for (const player of game.players.values()) {
    if (player.vehicle !== null || player.isDead || player.gameMode === 'spectator') continue
    const [x, z] = [vehicle.position.x - player.position.x, vehicle.position.z - player.position.z]
    const reach = (vehicle.kind.width + player.kind.width) / 2 + PUSH_MARGIN
    const distance = Math.max(Math.abs(x), Math.abs(z))
    const isBeside = Math.abs(vehicle.position.y - player.position.y) < 1.5
    if (distance < 0.01 || distance > reach || !isBeside) continue
    const push = (PUSH * Math.min(1, 1 / distance)) / distance
    const { velocity } = vehicle
    vehicle.velocity = { ...velocity, x: velocity.x + x * push, z: velocity.z + z * push }
  }
}
