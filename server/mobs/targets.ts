import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { wornPieces } from '../rules/armor.ts'
import { isInSunlight } from './daylight.ts'

/** Ticks between two looks around. */
const SEARCH_INTERVAL = 20
const RAY_STEP = 0.5
/** This near every player is noticed, in blocks. */
const LEAST_SIGHT = 2

/** The player that the mob is after; it looks for one now and then, and gives up those out of sight or out of the game. */
export function targetOf(game: Game, mob: MobEntity): Player | null {
  const { mind, traits } = mob
  const current = mind.target === null ? null : (game.players.get(mind.target) ?? null)
  if (current !== null && isPrey(current) && isWithin(mob, current, traits.sight)) return current
  mind.target = null
  if (mind.nextSearch > game.tick || !attacksUnprovoked(game, mob)) return null
  mind.nextSearch = game.tick + SEARCH_INTERVAL
  let nearest: Player | null = null
  let least = traits.sight
  for (const player of game.players.values()) {
    const distance = distanceBetween(player.position, mob.position)
    if (
      distance > least ||
      distance > noticedFrom(player, traits.sight) ||
      !isPrey(player) ||
      !canSee(game, mob, player)
    )
      continue
    least = distance
    nearest = player
  }
  mind.target = nearest?.id ?? null
  return nearest
}

/** Whether nothing solid lies between the eyes of the mob and those of the player. */
export function canSee(game: Game, mob: MobEntity, player: Player): boolean {
  const eyes = { ...mob.position, y: mob.position.y + mob.kind.height * 0.85 }
  return isOpen(game, eyes, player.eyes)
}

/** Whether a straight line between the points meets no solid block. */
export function isOpen(game: Game, from: Position, to: Position): boolean {
  const steps = Math.ceil(distanceBetween(from, to) / RAY_STEP)
  for (let step = 1; step < steps; step++) {
    const share = step / steps
    const block = {
      x: Math.floor(from.x + (to.x - from.x) * share),
      y: Math.floor(from.y + (to.y - from.y) * share),
      z: Math.floor(from.z + (to.z - from.z) * share),
    }
    if (game.registry.collisionBoxes(game.world.blockStateAt(block)).length > 0) return false
  }
  return true
}

/** From how far away the player is noticed: less when it ducks, and little when it is invisible (Minecraft Wiki: Mob). */
function noticedFrom(player: Player, sight: number): number {
  const worn = wornPieces(player) / 4
  const visible = player.effects.has('invisibility') ? 0.7 * Math.max(0.1, worn) : 1
  return Math.max(LEAST_SIGHT, sight * visible * (player.sneaking ? 0.8 : 1))
}

/** Spiders are calm in the sun (Minecraft Wiki: Spider). */
function attacksUnprovoked(game: Game, mob: MobEntity): boolean {
  if (game.difficulty === 'peaceful' || !mob.traits.aggressive) return false
  return mob.traits.name !== 'spider' || !isInSunlight(game, mob.position)
}

function isPrey(player: Player): boolean {
  return !player.isDead && (player.gameMode === 'survival' || player.gameMode === 'adventure')
}

function isWithin(mob: MobEntity, player: Player, distance: number): boolean {
  return distanceBetween(mob.position, player.position) <= distance
}
