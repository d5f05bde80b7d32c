import type { ActiveEffect } from '../game/active-effect.ts'
import type { Game } from '../game/game.ts'
import { type Living, maxHealth } from '../game/living.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { heal, hurt, sendHealth } from './damage.ts'
import { harm } from './harming.ts'

/** Effects that act once and leave nothing behind. */
const instant: ReadonlySet<string> = new Set(['instant_health', 'instant_damage', 'saturation'])
/** Whom healing harms and harm heals; poison and regeneration do nothing to them (Minecraft Wiki: Undead). */
const undead =
  /^(zombie|husk|drowned|zombie_villager|zombified_piglin|skeleton|stray|bogged|wither_skeleton|phantom|zoglin)$/
const spiders = /^(cave_)?spider$/

export function isInstant(name: string): boolean {
  return instant.has(name)
}

/** Whether the body can come under the effect at all. */
export function canHave(body: Living, name: string): boolean {
  if (body.health <= 0) return false
  if (isUndead(body)) return name !== 'poison' && name !== 'regeneration'
  return name !== 'poison' || !spiders.test(body.kind.name)
}

/** What an effect does in this tick. Times and amounts: Minecraft Wiki, Effect. */
export function lastingAct(game: Game, body: Living, name: string, effect: ActiveEffect): void {
  const isDue = (interval: number) => isTurn(game, effect, interval)
  if (name === 'regeneration' && isDue(50)) healLiving(body, 1)
  if (name === 'poison' && isDue(25) && body.health > 1) harm(game, body, 1, 'magic')
  if (name === 'wither' && isDue(40)) harm(game, body, 1, 'wither')
  if (name === 'hunger' && body.type === 'player') body.exhaustion += 0.005 * (effect.amplifier + 1)
}

/** How an effect that acts at once comes upon a body. */
export interface InstantEffect {
  readonly name: string
  /** 0 for level I. */
  readonly amplifier: number
  /** How much of it arrives, less than 1 at the edge of a splash. */
  readonly share: number
  /** Id of the player who threw it; null for none. */
  readonly thrower: number | null
}

/** Heals or harms at once; the undead the other way round. */
export function actAtOnce(
  game: Game,
  body: Living,
  { name, amplifier, share, thrower }: InstantEffect,
): void {
  const heals = name === (isUndead(body) ? 'instant_damage' : 'instant_health')
  const amount = (base: number) => Math.floor(share * base * 2 ** amplifier + 0.5)
  if (name === 'saturation') saturate(body, amplifier)
  else if (heals) healLiving(body, amount(4))
  else if (body.type === 'player') hurt(game, body, amount(6), 'magic')
  else hurtMob(game, body, { damage: amount(6), player: thrower, blockable: false, cause: 'magic' })
}

function isTurn(game: Game, { amplifier, endTick }: ActiveEffect, interval: number): boolean {
  const left = Number.isFinite(endTick) ? endTick - game.tick : game.tick
  return left % Math.max(1, interval >> amplifier) === 0
}

function isUndead(body: Living): boolean {
  return undead.test(body.kind.name)
}

function saturate(body: Living, amplifier: number): void {
  if (body.type !== 'player') return
  body.food = Math.min(20, body.food + amplifier + 1)
  body.saturation = Math.min(body.food, body.saturation + 2 * (amplifier + 1))
  sendHealth(body)
}

function healLiving(body: Living, amount: number): void {
  if (body.type === 'player') heal(body, amount)
  else body.health = Math.min(maxHealth(body), body.health + amount)
}
