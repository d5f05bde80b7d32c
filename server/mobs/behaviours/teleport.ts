import { type MobEntity, stillVelocity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { isJustHurt, STRUCK_TICKS } from '../hurt-mob.ts'
import { isFloor, isFree } from '../walking.ts'

const DISTANCE = 32
const TRIES = 8

/** Vanishes to another place when something other than a blow hurts it (Minecraft Wiki: Enderman). */
export function teleport(game: Game, mob: MobEntity): boolean {
  const wasStruck = mob.mind.struckUntil - game.tick >= STRUCK_TICKS - 1
  return isJustHurt(mob) && !wasStruck && vanish(game, mob)
}

/** Goes to some other place nearby at once. Says whether it found one. */
export function vanish(game: Game, mob: MobEntity): boolean {
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
