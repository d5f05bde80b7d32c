import { type MobEntity, stillVelocity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { isJustHurt } from '../hurt-mob.ts'
import { isFloor, isFree } from '../walking.ts'

const DISTANCE = 32
const TRIES = 8
const IN_WATER_INTERVAL = 10

/** Vanishes to another place when it is hurt or gets wet (Minecraft Wiki: Enderman). */
export function teleport(game: Game, mob: MobEntity): boolean {
  const isWet = (game.tick + mob.id) % IN_WATER_INTERVAL === 0 && standsInWater(game, mob)
  if (!isJustHurt(mob) && !isWet) return false
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { random } = game
    const x = Math.floor(mob.position.x + (random.float() - 0.5) * 2 * DISTANCE)
    const z = Math.floor(mob.position.z + (random.float() - 0.5) * 2 * DISTANCE)
    const y = game.world.groundY(x, z) + 1
    const fits = [0, 1, 2].every((height) => isFree(game, { x, y: y + height, z }))
    if (!fits || !isFloor(game, { x, y: y - 1, z }) || Math.abs(y - mob.position.y) > DISTANCE) continue
    mob.position = { x: x + 0.5, y, z: z + 0.5 }
    mob.velocity = stillVelocity
    mob.mind.path = []
    mob.moved = true
    return true
  }
  return false
}

function standsInWater(game: Game, mob: MobEntity): boolean {
  const { x, y, z } = mob.position
  const feet = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  return game.registry.blockOfState(game.world.blockStateAt(feet)).name === 'water'
}
