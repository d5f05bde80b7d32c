import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Ids of the players who ride on the entity, in the order in which they got on. */
export function passengersOf(game: Game, id: number): readonly number[] {
  return game.passengers.get(id) ?? []
}

/** Seats a player on the entity, and tells everyone who sees it. */
export function takeSeat(game: Game, player: Player, vehicleId: number): void {
  game.passengers.set(vehicleId, [...passengersOf(game, vehicleId), player.id])
  player.vehicle = vehicleId
  player.steering = { forward: 0, sideways: 0 }
  player.fallDistance = 0
  tellSeats(game, vehicleId)
}

/** Frees the player's seat, wherever it is then. Does nothing for who does not ride. */
export function leaveSeat(game: Game, player: Player): void {
  const { vehicle } = player
  if (vehicle === null) return
  const rest = passengersOf(game, vehicle).filter((id) => id !== player.id)
  if (rest.length === 0) game.passengers.delete(vehicle)
  else game.passengers.set(vehicle, rest)
  player.vehicle = null
  tellSeats(game, vehicle)
  // Mineflayer learns that it stands on its own feet only from being the passenger of nothing; others do not mind.
  tell(game, player, { entityId: -1, passengers: [player.id] })
}

/** Tells a viewer who rides on an entity that has come into its sight. */
export function showSeats(game: Game, viewer: Player, vehicleId: number): void {
  const passengers = passengersOf(game, vehicleId)
  if (passengers.length === 0) return
  viewer.connection.send({ name: 'set_passengers', params: { entityId: vehicleId, passengers } })
}

function tellSeats(game: Game, vehicleId: number): void {
  const params = { entityId: vehicleId, passengers: passengersOf(game, vehicleId) }
  game.sendToWatchers(vehicleId, { name: 'set_passengers', params })
}

function tell(game: Game, player: Player, params: Readonly<Record<string, unknown>>): void {
  const packet = { name: 'set_passengers', params }
  game.sendTo([player], packet)
  game.sendToWatchers(player.id, packet)
}
