import type { Position } from '../../src/core/position.ts'
import type { BobberEntity } from './entity.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { forget } from './tracking.ts'

/** Lets the bobber of a player's rod fly. */
export function spawnBobber(game: Game, player: Player, position: Position, velocity: Position): void {
  const id = game.nextId()
  const bobber: BobberEntity = {
    type: 'bobber',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('fishing_bobber'),
    position,
    velocity,
    yaw: player.yaw,
    pitch: player.pitch,
    onGround: false,
    moved: false,
    owner: player.id,
    hooked: null,
    inWater: false,
    groundTicks: 0,
    lureTicks: 0,
    approachTicks: 0,
    biteTicks: 0,
    approachAngle: 0,
  }
  game.entities.set(id, bobber)
  player.bobber = id
}

/** The bobber that the player has out; null for none. */
export function bobberOf(game: Game, player: Player): BobberEntity | null {
  const entity = player.bobber === null ? undefined : game.entities.get(player.bobber)
  return entity?.type === 'bobber' ? entity : null
}

export function removeBobber(game: Game, bobber: BobberEntity): void {
  const owner = game.players.get(bobber.owner)
  if (owner?.bobber === bobber.id) owner.bobber = null
  game.entities.delete(bobber.id)
  forget(game, bobber.id)
}

const HOOKED = 8
const BITING = 9

/** Tells who sees it what the bobber holds and whether something bites. */
export function showBobber(game: Game, { id, hooked, biteTicks }: BobberEntity): void {
  const metadata = [
    { key: HOOKED, type: 'int', value: hooked === null ? 0 : hooked + 1 },
    { key: BITING, type: 'boolean', value: biteTicks > 0 },
  ]
  game.sendToWatchers(id, { name: 'entity_metadata', params: { entityId: id, metadata } })
}
