import type { Position } from '../../src/core/position.ts'
import { attributeValue } from '../game/active-effect.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playSound } from '../game/sounds.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { strikeVehicle } from '../vehicles/breaking-vehicles.ts'
import { blowBonus, blowFireTicks } from './blow-enchantments.ts'
import { setOnFire } from './burning.ts'
import { hurt } from './damage.ts'
import { mayHarm } from './friendly-fire.ts'
import { BLOW, EXTRA_BLOW, pushMob, pushPlayer } from './knock-back.ts'
import { reachesBody } from './reach.ts'
import { sweep, sweeps } from './sweeping.ts'
import { prickAttacker } from './thorns.ts'
import { wearHeldItem } from './tool-wear.ts'
import { chargeAfter, chargedDamage, weaponFacts } from './weapons.ts'

/** A blow must have this much of its strength to be critical or to throw back far. */
const STRONG_CHARGE = 0.9
const CRITICAL_FACTOR = 1.5
const CRITICAL_ANIMATION = 4

/** The player hits another player or a mob (Minecraft Wiki: Melee attack). */
export function attack(game: Game, player: Player, targetId: number): void {
  if (player.isDead || player.gameMode === 'spectator') return
  const other = game.players.get(targetId)
  const entity = game.entities.get(targetId)
  const target = other ?? entity
  if (target === undefined || target === player) return
  if (!reachesBody(player, target.position, target.kind.height)) return
  if (entity?.type === 'vehicle')
    strikeVehicle(game, player, entity, weaponFacts(player.held?.name ?? null).damage)
  if (other !== undefined ? !mayHarm(game, player, other) : entity?.type !== 'mob') return
  const charge = spendCharge(game, player)
  const strength = attributeValue(player, 'attack_damage', weaponFacts(player.held?.name ?? null).damage)
  const victim = other ?? (isMob(entity) ? entity : null)
  if (strength === 0 || victim === null) return
  const blow = blowOf(game, player, { charge, strength, mob: other === undefined ? target.kind.name : null })
  const landed = hit(game, player, victim, blow)
  player.exhaustion += 0.1
  soundBlow(game, player, landed ? { ...blow, charge, pushesFar: blow.push > BLOW } : null)
  if (!landed) return
  if (blow.isCritical) {
    const packet = { name: 'animation', params: { entityId: targetId, animation: CRITICAL_ANIMATION } }
    game.sendTo([player], packet)
    game.sendToWatchers(player.id, packet)
  } else if (sweeps(player, charge)) sweep(game, player, victim, blow.damage)
  wearHeldItem(game, player, 'hit')
}

interface Swing {
  /** From 0 to 1. */
  readonly charge: number
  /** Half hearts of a full blow without enchantments. */
  readonly strength: number
  /** Kind of mob that is hit; null for a player. */
  readonly mob: string | null
}

interface Blow {
  readonly damage: number
  /** Blocks per tick. */
  readonly push: number
  readonly isCritical: boolean
}

function blowOf(game: Game, player: Player, { charge, strength, mob }: Swing): Blow {
  const isStrong = charge > STRONG_CHARGE
  const isCritical = isStrong && falls(game, player)
  const full = chargedDamage(strength, charge) * (isCritical ? CRITICAL_FACTOR : 1)
  const knocks = enchantmentLevel(player.held, 'knockback') + (player.sprinting && isStrong ? 1 : 0)
  return {
    damage: full + blowBonus(player.held, mob) * charge,
    push: BLOW + knocks * EXTRA_BLOW,
    isCritical,
  }
}

/** Says whether the blow landed. */
function hit(game: Game, player: Player, victim: Player | MobEntity, blow: Blow): boolean {
  const fireTicks = blowFireTicks(player.held)
  if (victim.type === 'mob') return hitMob(game, player, victim, { ...blow, fireTicks })
  const cause = { by: player.name, from: player.position, weapon: 'blow', attacker: player.id } as const
  if (!hurt(game, victim, blow.damage, cause)) return false
  pushPlayer(game, victim, player.position, blow.push)
  if (fireTicks > 0) setOnFire(game, victim, fireTicks)
  prickAttacker(game, victim, player)
  return true
}

/** Fire is there before the blow, so that what it kills is roasted. */
function hitMob(
  game: Game,
  player: Player,
  mob: MobEntity,
  blow: Blow & { readonly fireTicks: number },
): boolean {
  const canHurt = mob.hurtDelay === 0
  if (canHurt && blow.fireTicks > 0) setOnFire(game, mob, blow.fireTicks)
  if (!hurtMob(game, mob, { damage: blow.damage, player: player.id, blockable: true })) return false
  pushMob(mob, origin(player), blow.push)
  return true
}

interface LandedBlow {
  readonly isCritical: boolean
  readonly charge: number
  readonly pushesFar: boolean
}

/** What a blow sounds like; null for one that did no harm. Source: Minecraft Wiki, Melee attack (sounds). */
function soundBlow(game: Game, { position }: Player, blow: LandedBlow | null): void {
  const play = (sound: string) =>
    playSound(game, {
      name: `entity.player.attack.${sound}`,
      category: 'player',
      position,
      volume: 1,
      pitch: 1,
    })
  if (blow === null) {
    play('nodamage')
    return
  }
  if (blow.pushesFar) play('knockback')
  if (blow.isCritical) play('crit')
  else play(blow.charge > STRONG_CHARGE ? 'strong' : 'weak')
}

function isMob(entity: { readonly type: string } | undefined): entity is MobEntity {
  return entity?.type === 'mob'
}

/** A player inside the mob pushes it the way that it looks. */
function origin({ position, yaw }: Player): Position {
  const angle = (yaw * Math.PI) / 180
  return { x: position.x + Math.sin(angle) * 1e-2, y: position.y, z: position.z - Math.cos(angle) * 1e-2 }
}

/** How strong the blow is; the next one starts from nothing. Another item in the hand starts from nothing, too. */
function spendCharge(game: Game, player: Player): number {
  const item = player.held?.name ?? null
  const charge = chargeAfter(
    game.tick - player.lastBlowTick,
    attributeValue(player, 'attack_speed', weaponFacts(item).speed),
  )
  player.lastBlowTick = game.tick
  return charge
}

/** Whether the player is coming down without touching ground, water or a ladder, and not running. */
function falls(game: Game, player: Player): boolean {
  if (player.onGround || player.sprinting || player.fallDistance <= 0) return false
  if (player.effects.has('blindness') || player.effects.has('slow_falling')) return false
  const { x, y, z } = player.position
  const feet = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  return !['water', 'ladder', 'vine'].includes(game.world.blockAt(feet).name)
}
