import type { Position } from '../../src/core/position.ts'
import { attributeValue } from '../game/active-effect.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playSound } from '../game/sounds.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { hurt } from './damage.ts'
import { BLOW, pushMob, pushPlayer, RUNNING_BLOW } from './knock-back.ts'
import { reachesBody } from './reach.ts'
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
  if (other !== undefined ? !game.rules.pvp : entity?.type !== 'mob') return
  const charge = spendCharge(game, player)
  const isCritical = charge > STRONG_CHARGE && falls(game, player)
  const strength = attributeValue(player, 'attack_damage', weaponFacts(player.held?.name ?? null).damage)
  if (strength === 0) return
  const full = chargedDamage(strength, charge)
  const blow = {
    damage: full * (isCritical ? CRITICAL_FACTOR : 1),
    push: BLOW + (player.sprinting && charge > STRONG_CHARGE ? RUNNING_BLOW : 0),
  }
  const landed =
    other !== undefined ? hitPlayer(game, player, other, blow) : hitMob(game, player, entity, blow)
  player.exhaustion += 0.1
  soundBlow(game, player, landed ? { isCritical, charge, pushesFar: blow.push > BLOW } : null)
  if (!landed) return
  if (isCritical) {
    const packet = { name: 'animation', params: { entityId: targetId, animation: CRITICAL_ANIMATION } }
    game.sendTo([player], packet)
    game.sendToWatchers(player.id, packet)
  }
  wearHeldItem(game, player, 'hit')
}

interface Blow {
  readonly damage: number
  /** Blocks per tick. */
  readonly push: number
}

function hitPlayer(game: Game, player: Player, other: Player, { damage, push }: Blow): boolean {
  const cause = { by: player.name, from: player.position, weapon: 'blow', attacker: player.id } as const
  if (!hurt(game, other, damage, cause)) return false
  pushPlayer(game, other, player.position, push)
  return true
}

function hitMob(game: Game, player: Player, mob: { readonly type: string } | undefined, blow: Blow): boolean {
  if (!isMob(mob)) return false
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
