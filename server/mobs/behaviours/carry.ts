import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { refreshMob } from '../../game/mob-looks.ts'
import type { Player } from '../../game/player.ts'
import { dismount, driverOf, moveRiders } from '../../vehicles/riding.ts'
import { horsePace, walkTowards } from '../walking.ts'

/** In one of so many ticks a wild horse decides about its rider. */
const DECISION = 50
const MOST_TEMPER = 100
const TEMPER_PER_RIDE = 5
/** Backwards and sideways a horse is slower. */
const BACKWARD_SHARE = 0.25
const SIDEWAYS_SHARE = 0.5
const TAMED_STATUS = 7
const REFUSING_STATUS = 6

/** Carries its rider: throws it off until it is tame, and goes where it is steered once it has a saddle (Minecraft Wiki: Horse). */
export function carry(game: Game, mob: MobEntity): boolean {
  const rider = driverOf(game, mob)
  if (rider === null) return false
  mob.goal = null
  if (!mob.mind.tame) decide(game, mob, rider)
  else if (mob.mind.saddled) goAsSteered(game, mob, rider)
  if (mob.moved) moveRiders(game, mob)
  return true
}

function decide(game: Game, mob: MobEntity, rider: Player): void {
  const random = game.stream('taming')
  if (random.below(DECISION) > 0) return
  const agrees = random.below(MOST_TEMPER) < mob.mind.temper
  if (agrees) mob.mind.tame = true
  else mob.mind.temper = Math.min(MOST_TEMPER, mob.mind.temper + TEMPER_PER_RIDE)
  game.sendToWatchers(mob.id, {
    name: 'entity_status',
    params: { entityId: mob.id, entityStatus: agrees ? TAMED_STATUS : REFUSING_STATUS },
  })
  if (agrees) refreshMob(game, mob)
  else dismount(game, rider)
}

function goAsSteered(game: Game, mob: MobEntity, { steering, yaw }: Player): void {
  const forward = steering.forward < 0 ? steering.forward * BACKWARD_SHARE : steering.forward
  const sideways = steering.sideways * SIDEWAYS_SHARE
  if (forward === 0 && sideways === 0) return
  const angle = (yaw * Math.PI) / 180
  const way = {
    x: -Math.sin(angle) * forward + Math.cos(angle) * sideways,
    z: Math.cos(angle) * forward + Math.sin(angle) * sideways,
  }
  const length = Math.hypot(way.x, way.z)
  const pace = horsePace(mob.traits.speed) * Math.min(1, length)
  const goal = {
    x: mob.position.x + (way.x / length) * 2,
    y: mob.position.y,
    z: mob.position.z + (way.z / length) * 2,
  }
  walkTowards(game, mob, goal, pace)
  mob.yaw = yaw
}
