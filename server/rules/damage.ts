import type { Position } from '../../src/core/position.ts'
import { deathExperience } from '../data/experience-amounts.ts'
import { effectLevel } from '../game/active-effect.ts'
import { playPlayerSound } from '../game/body-sounds.ts'
import { broadcastChat } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import { scatterItem } from '../game/item-entities.ts'
import { maxHealth } from '../game/living.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { showLooks } from '../game/player-looks.ts'
import { countDeed } from '../game/score-criteria.ts'
import { leaveSeat } from '../game/seats.ts'
import { sendWindow } from '../game/window-sync.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { damageAfterArmor, wearArmor, wornArmor } from './armor.ts'
import { deathMessage } from './death-message.ts'
import { stopDigging } from './digging.ts'
import { type EnvironmentCause, stoppedByArmor } from './environment-damage.ts'
import { afterProtection } from './protection.ts'
import { afterResistance, isFire } from './resisting.ts'
import { isShielded, wearShield } from './shields.ts'
import { wakeUp } from './sleeping.ts'
import { closeWindow } from './windows.ts'

export type DamageCause =
  | 'fall'
  | 'void'
  | 'kill'
  | 'starvation'
  | 'lava'
  | 'drowning'
  | EnvironmentCause
  | 'magic'
  | 'wither'
  | Attack

/** Harm that somebody does to a player. */
export interface Attack {
  /** Name of who does it. */
  readonly by: string
  /** Where it comes from; a shield in between stops it. */
  readonly from: Position
  readonly weapon: 'blow' | 'arrow' | 'blast' | 'thorns'
  /** Entity id of who does it, where it is still there. */
  readonly attacker?: number
}

const HURT_DELAY = 10
/** Number of `minecraft:generic` in the damage types; clients only show it. */
const GENERIC_DAMAGE = 0
const DEATH_STATUS = 3
/** Ticks after a blow in which its dealer is credited with the death. */
const CREDIT_TICKS = 100

/**
 * Takes half hearts from a player, fewer when it wears armour; kills it when none is left. Creative players only fall out
 * of the world. Says whether the player was hurt.
 */
export function hurt(game: Game, player: Player, amount: number, cause: DamageCause): boolean {
  const unstoppable = cause === 'void' || cause === 'kill'
  const protectedMode = player.gameMode === 'creative' || player.gameMode === 'spectator'
  if (player.isDead || (protectedMode && !unstoppable)) return false
  if ((player.hurtDelay > 0 && cause !== 'kill') || amount <= 0) return false
  if (isSwitchedOff(game, cause)) return false
  if (isFire(cause) && effectLevel(player, 'fire_resistance') > 0) return false
  if (typeof cause === 'object' && isShielded(game, player, cause.from)) {
    wearShield(game, player, amount)
    return false
  }
  player.hurtDelay = HURT_DELAY
  const resisted = afterResistance(player, afterArmor(game, player, amount, cause), cause)
  const left = afterProtection(player, resisted, cause)
  player.health = Math.max(0, player.health - absorb(game, player, left))
  player.exhaustion += 0.1
  const source = typeof cause === 'object' && cause.attacker !== undefined ? cause.attacker + 1 : 0
  if (typeof cause === 'object')
    player.lastAttack = { by: cause.by, attacker: cause.attacker ?? null, tick: game.tick }
  const watchers = [player, ...[...game.players.values()].filter((other) => other.seen.has(player.id))]
  game.sendTo(watchers, {
    name: 'damage_event',
    params: {
      entityId: player.id,
      sourceTypeId: GENERIC_DAMAGE,
      sourceCauseId: source,
      sourceDirectId: source,
    },
  })
  wakeUp(game, player)
  playPlayerSound(game, player, player.health === 0 ? 'entity.player.death' : hurtSound(cause))
  if (player.health === 0) die(game, player, cause)
  else sendHealth(player)
  return true
}

/** Game rules that spare players some kinds of harm. */
function isSwitchedOff({ gameRules }: Game, cause: DamageCause): boolean {
  return (isFire(cause) && !gameRules.fireDamage) || (cause === 'drowning' && !gameRules.drowningDamage)
}

function hurtSound(cause: DamageCause): string {
  if (cause === 'drowning') return 'entity.player.hurt_drown'
  if (cause === 'berries') return 'entity.player.hurt_sweet_berry_bush'
  return isFire(cause) ? 'entity.player.hurt_on_fire' : 'entity.player.hurt'
}

/** Armour helps against attacks, fire, lava and thorns, and wears by it. */
function afterArmor(game: Game, player: Player, amount: number, cause: DamageCause): number {
  if (typeof cause !== 'object' && !stoppedByArmor.has(cause)) return amount
  const armor = wornArmor(player)
  wearArmor(game, player, amount)
  return damageAfterArmor(amount, armor)
}

/** A part of the harm is taken by absorption. Gives what is left. */
function absorb(game: Game, player: Player, amount: number): number {
  if (player.absorption <= 0) return amount
  const left = Math.max(0, amount - player.absorption)
  player.absorption -= amount - left
  showLooks(game, player)
  return left
}

export function heal(player: Player, amount: number): void {
  const most = maxHealth(player)
  if (player.isDead || player.health >= most) return
  player.health = Math.min(most, player.health + amount)
  sendHealth(player)
}

export function sendHealth(player: Player): void {
  player.connection.send({
    name: 'update_health',
    params: { health: player.health, food: player.food, foodSaturation: player.saturation },
  })
}

function die(game: Game, player: Player, cause: DamageCause): void {
  stopDigging(game, player)
  player.eating = null
  player.drawing = null
  player.blocking = null
  closeWindow(game, player)
  leaveSeat(game, player)
  if (!game.rules.keepInventory) {
    for (const stack of player.inventory.storage.takeAll()) {
      if (enchantmentLevel(stack, 'vanishing_curse') === 0) scatterItem(game, player.position, stack)
    }
    leaveExperience(game, player)
    sendWindow(game, player)
  }
  const message = deathMessage(game, player, cause)
  game.sendToWatchers(player.id, {
    name: 'entity_status',
    params: { entityId: player.id, entityStatus: DEATH_STATUS },
  })
  player.connection.send({
    name: 'death_combat_event',
    params: { playerId: player.id, message: game.protocol.text({ text: message }) },
  })
  sendHealth(player)
  if (game.gameRules.showDeathMessages) broadcastChat(game, { text: message })
  countDeath(game, player, cause)
}

/** Who dealt the last blow is credited with the kill, as vanilla does for some seconds. */
function countDeath(game: Game, player: Player, cause: DamageCause): void {
  countDeed(game, player, 'deathCount')
  const id = typeof cause === 'object' ? cause.attacker : player.lastAttack?.attacker
  const isRecent = player.lastAttack !== null && game.tick - player.lastAttack.tick <= CREDIT_TICKS
  const killer = isRecent ? game.players.get(id ?? -1) : undefined
  if (killer === undefined || killer === player) return
  countDeed(game, killer, 'playerKillCount')
  countDeed(game, killer, 'totalKillCount')
}

function leaveExperience(game: Game, player: Player): void {
  dropExperience(game, player.position, deathExperience(player.experienceLevel))
  player.experienceLevel = 0
  player.experiencePoints = 0
}
