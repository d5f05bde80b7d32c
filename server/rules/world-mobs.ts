import { InputError } from '../../src/core/errors.ts'
import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { mobNames } from '../mobs/mob-kinds.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { employ } from '../mobs/villagers/careers.ts'
import { isFloor, isFree } from '../mobs/walking.ts'
import type { WorldMob } from '../world/world-definition.ts'
import { neighbor } from './faces.ts'

/** Places that are looked at for a mob before it appears in the middle of its area. */
const TRIES = 64

/** Puts the animals into the world that its definition names. @throws InputError on kinds that the server lacks */
export function spawnWorldMobs(game: Game, mobs: readonly WorldMob[]): void {
  for (const mob of mobs) {
    for (let index = 0; index < mob.count; index++) spawnOne(game, mob)
  }
}

function spawnOne(game: Game, { name, position, radius, profession }: WorldMob): void {
  const center = position ?? game.world.spawn
  const { x, y, z } = dryPlace(game, center, radius) ?? blockPosition(center)
  const mob = spawnMob(game, name, { x: x + 0.5, y, z: z + 0.5 })
  if (mob === null)
    throw new InputError(`The world asks for mobs "${name}"; this server knows ${mobNames().join(', ')}.`)
  if (mob.trader !== null) employ(game, mob, mob.trader, profession)
}

/** A place around the middle on firm, dry ground with room to stand: at the same height, or else below the sky. */
function dryPlace(game: Game, center: Position, radius: number): Position | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const angle = game.random.float() * Math.PI * 2
    const distance = Math.sqrt(game.random.float()) * radius
    const x = Math.floor(center.x + Math.cos(angle) * distance)
    const z = Math.floor(center.z + Math.sin(angle) * distance)
    for (const y of [Math.floor(center.y), game.world.groundY(x, z) + 1]) {
      if (isDryGround(game, { x, y, z })) return { x, y, z }
    }
  }
  return null
}

function isDryGround(game: Game, place: Position): boolean {
  return isFloor(game, neighbor(place, 'down')) && isFree(game, place) && isFree(game, neighbor(place, 'up'))
}
