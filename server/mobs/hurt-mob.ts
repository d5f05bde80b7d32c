import { mobExperience } from '../data/experience-amounts.ts'
import { mobDrops } from '../data/loot/mob-loot.ts'
import { playMobSound } from '../game/body-sounds.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { scatterItem } from '../game/item-entities.ts'
import { dropExperience } from '../game/orbs.ts'
import { countDeed } from '../game/score-criteria.ts'
import { leaveSeat, passengersOf } from '../game/seats.ts'
import { forget } from '../game/tracking.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { damageAfterArmor } from '../rules/armor.ts'
import type { Attack, DamageCause } from '../rules/damage.ts'
import { afterResistance, isFire } from '../rules/resisting.ts'

const HURT_DELAY = 10
const DEATH_STATUS = 3
/** Ticks that an animal runs after it was hurt. */
const PANIC_TICKS = 100
/** Ticks after a player's blow in which the mob's death is the player's deed (Minecraft Wiki: Drops). */
export const STRUCK_TICKS = 100

/** Who or what hurts a mob. */
export interface MobHarm {
  readonly damage: number
  /** Id of the player who did it; null for anything else. */
  readonly player: number | null
  /** Whether armour helps against it. */
  readonly blockable: boolean
  /** What effects protect from it by. */
  readonly cause?: Exclude<DamageCause, Attack>
}

/** Takes half hearts from a mob; it dies and drops its loot when none is left. Says whether it was hurt. */
export function hurtMob(game: Game, mob: MobEntity, harm: MobHarm): boolean {
  if (mob.hurtDelay > 0 || mob.health <= 0) return false
  if (isFire(harm.cause) && mob.effects.has('fire_resistance')) return false
  mob.hurtDelay = HURT_DELAY
  const armor = { points: mob.traits.armor, toughness: 0 }
  const unarmored = harm.blockable ? damageAfterArmor(harm.damage, armor) : harm.damage
  const damage = afterResistance(mob, unarmored, harm.cause)
  mob.health -= Math.max(0, damage - mob.absorption)
  mob.absorption = Math.max(0, mob.absorption - damage)
  const source = harm.player === null ? 0 : harm.player + 1
  game.sendToWatchers(mob.id, {
    name: 'damage_event',
    params: { entityId: mob.id, sourceTypeId: 0, sourceCauseId: source, sourceDirectId: source },
  })
  playMobSound(game, mob, mob.health <= 0 ? 'death' : 'hurt')
  react(game, mob, harm.player)
  if (harm.player !== null) mob.mind.struckUntil = game.tick + STRUCK_TICKS
  if (mob.health <= 0) killMob(game, mob, harm)
  return true
}

/** Whether the mob has been hurt since its last tick. */
export function isJustHurt(mob: MobEntity): boolean {
  return mob.hurtDelay === HURT_DELAY - 1
}

function react(game: Game, mob: MobEntity, player: number | null): void {
  mob.mind.panicUntil = game.tick + PANIC_TICKS
  if (!mob.traits.hostile || player === null) return
  mob.mind.target = player
  mob.mind.provoked = true
}

function killMob(game: Game, mob: MobEntity, { player }: MobHarm): void {
  const { mind } = mob
  const byPlayer = game.tick <= mind.struckUntil
  const death = {
    byPlayer,
    onFire: mob.fireTicks > 0,
    isBaby: mind.childhood > 0,
    woolColour: mind.shorn ? null : mind.woolColour,
    looting: player === null ? 0 : enchantmentLevel(game.players.get(player)?.held ?? null, 'looting'),
  }
  if (mind.saddled) scatterItem(game, mob.position, itemStack('saddle'))
  if (game.gameRules.doMobLoot) {
    for (const stack of mobDrops(mob.kind.name, death, game.random)) scatterItem(game, mob.position, stack)
    if (byPlayer) giveExperience(game, mob)
  }
  const killer = game.players.get(player ?? -1)
  if (killer !== undefined) countDeed(game, killer, 'totalKillCount')
  game.sendToWatchers(mob.id, {
    name: 'entity_status',
    params: { entityId: mob.id, entityStatus: DEATH_STATUS },
  })
  removeMob(game, mob)
}

function giveExperience(game: Game, { traits, mind, position }: MobEntity): void {
  const { name, hostile } = traits
  const points = mobExperience({ name, hostile, isBaby: mind.childhood > 0 }, game.stream('experience'))
  dropExperience(game, position, points)
}

/** Takes a mob out of the world without a trace. */
export function removeMob(game: Game, mob: MobEntity): void {
  for (const id of passengersOf(game, mob.id)) {
    const rider = game.players.get(id)
    if (rider !== undefined) leaveSeat(game, rider)
  }
  game.entities.delete(mob.id)
  forget(game, mob.id)
}
