import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { carriedBy, type Immersion } from '../rules/currents.ts'
import { drift, floorBelow, isBlocked } from './body-motion.ts'

/** What a fluid leaves of the speed in a tick, and what it makes a body sink by. */
const drags = { water: 0.8, lava: 0.5 } as const
const sinking = { water: 0.005, lava: 0.02 } as const
/** Those who swim kick themselves up by this much in four of five ticks. */
const KICK = 0.04 * 0.8
/** They swim as long as the water is deeper than this above their feet. */
const FLOATING_DEPTH = 0.4

/** Lets a mob in water or lava drift with the current, and float or sink (Minecraft Wiki: Water; Mob, swimming). */
export function swim(game: Game, mob: MobEntity, immersion: Immersion): void {
  const { fluid, depth } = immersion
  const kick = mob.traits.floats && depth > FLOATING_DEPTH ? KICK : 0
  const carried = carriedBy(game, mob, immersion)
  mob.velocity = { ...carried, y: carried.y + kick }
  drift(game, mob)
  rise(game, mob)
  const drag = drags[fluid.name]
  const { x, y, z } = mob.velocity
  mob.velocity = { x: x * drag, y: y * drag - sinking[fluid.name], z: z * drag }
}

/** Moves the mob up or down between ceiling and floor. */
function rise(game: Game, mob: MobEntity): void {
  const { velocity, position, kind } = mob
  const floor = floorBelow(game, position, Math.max(0, -velocity.y))
  const wanted = position.y + velocity.y
  const bumps = velocity.y > 0 && isBlocked(game, { ...position, y: wanted + kind.height })
  const y = bumps ? position.y : Math.max(floor, wanted)
  mob.onGround = y === floor && velocity.y <= 0
  if (bumps || mob.onGround) mob.velocity = { ...velocity, y: 0 }
  if (Math.abs(y - position.y) < 1e-3) return
  mob.position = { ...position, y }
  mob.moved = true
}
