import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { refreshMob } from '../game/mob-looks.ts'
import { hurtMob } from './hurt-mob.ts'

const DAMAGE_INTERVAL = 20

/** Lets a mob burn for at least that many ticks. */
export function setOnFire(game: Game, mob: MobEntity, ticks: number): void {
  const wasBurning = mob.mind.fireTicks > 0
  mob.mind.fireTicks = Math.max(mob.mind.fireTicks, ticks)
  if (!wasBurning) refreshMob(game, mob)
}

/** Takes half a heart a second from a burning mob, and puts it out in water. */
export function tickFire(game: Game, mob: MobEntity): void {
  const { mind } = mob
  if (mind.fireTicks === 0) return
  const { x, y, z } = mob.position
  const feet = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  const isWet = game.registry.blockOfState(game.world.blockStateAt(feet)).name === 'water'
  if (!isWet && mind.fireTicks % DAMAGE_INTERVAL === 0) {
    hurtMob(game, mob, { damage: 1, player: null, blockable: false, cause: 'burning' })
  }
  mind.fireTicks = isWet ? 0 : mind.fireTicks - 1
  if (mind.fireTicks === 0) refreshMob(game, mob)
}
