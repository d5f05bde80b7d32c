import { soundMob } from '../game/body-sounds.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { tickEffectsOf } from '../rules/effects.ts'
import type { Behaviour } from './behaviours/behaviour.ts'
import { burnInDaylight } from './behaviours/burn-in-daylight.ts'
import { carry } from './behaviours/carry.ts'
import { explode } from './behaviours/explode.ts'
import { flee } from './behaviours/flee.ts'
import { followFood } from './behaviours/follow-food.ts'
import { followParent } from './behaviours/follow-parent.ts'
import { hunt } from './behaviours/hunt.ts'
import { layEggs } from './behaviours/lay-eggs.ts'
import { mate } from './behaviours/mate.ts'
import { regrowWool } from './behaviours/regrow-wool.ts'
import { serve } from './behaviours/serve.ts'
import { shoot } from './behaviours/shoot.ts'
import { takeOffence } from './behaviours/take-offence.ts'
import { teleport } from './behaviours/teleport.ts'
import { wander } from './behaviours/wander.ts'
import { tickGrowth } from './breeding.ts'
import { despawns } from './despawning.ts'
import { isJustHurt, removeMob } from './hurt-mob.ts'
import { isActive } from './is-active.ts'
import { tickMobHazards } from './mob-hazards.ts'
import type { BehaviourName } from './mob-kind.ts'
import { isSliding, moveMob } from './mob-physics.ts'

const behaviours: Readonly<Record<BehaviourName, Behaviour>> = {
  'burn-in-daylight': burnInDaylight,
  carry,
  explode,
  flee,
  'follow-food': followFood,
  'follow-parent': followParent,
  hunt,
  'lay-eggs': layEggs,
  mate,
  'regrow-wool': regrowWool,
  serve,
  shoot,
  'take-offence': takeOffence,
  teleport,
  wander,
}

/** Lets one tick pass for every mob: it falls, burns, and does the most important thing that it has to do. */
export function tickMobs(game: Game): void {
  for (const mob of game.entities.ofType('mob')) {
    if (despawns(game, mob)) removeMob(game, mob)
    else if (isActive(game, mob.position)) tickMob(game, mob)
  }
}

function tickMob(game: Game, mob: MobEntity): void {
  if (mob.hurtDelay > 0) mob.hurtDelay -= 1
  moveMob(game, mob)
  tickMobHazards(game, mob)
  tickGrowth(game, mob)
  if (mob.effects.size > 0) tickEffectsOf(game, mob)
  soundMob(game, mob)
  if (mob.health <= 0 || (isSliding(mob) && !isJustHurt(mob))) return
  for (const name of mob.traits.behaviours) if (behaviours[name](game, mob)) return
}
