import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { refreshMob } from '../game/mob-looks.ts'
import { UNBURNT } from '../game/player.ts'
import type { WorldBlock } from '../world/world.ts'
import { harm } from './harming.ts'
import { burningTicks } from './protection.ts'
import { isRainedOn } from './rain.ts'
import type { Surroundings } from './surroundings.ts'

const LAVA_DAMAGE = 4
/** Ticks that lava and fire set a body on fire for. */
const LAVA_BURN = 300
const FIRE_BURN = 160
/** Who is on fire loses a half heart in each of these. */
const BURN_INTERVAL = 20
/** Where burning starts from with mobs: they catch fire at once. */
export const UNBURNT_MOB = -1

/**
 * Lava and fire hurt, and set on fire: lava at once, fire after a second in it. Water and rain put it out. Source:
 * Minecraft Wiki, Damage (fire and lava), Fire.
 */
export function burn(game: Game, body: Living, around: Surroundings): void {
  const wasOnFire = body.fireTicks > 0
  if (wasOnFire && (around.inWater || isRainedOn(game, topOf(body)))) body.fireTicks = unburnt(body)
  if (around.inLava) {
    body.fireTicks = Math.max(body.fireTicks, burningTicks(body, LAVA_BURN))
    harm(game, body, LAVA_DAMAGE, 'lava')
  }
  const fireDamage = Math.max(0, ...around.blocks.map(fireDamageOf))
  if (fireDamage > 0) {
    catchFire(body, around)
    harm(game, body, fireDamage, 'fire')
  }
  smoulder(game, body, around.inLava, fireDamage > 0)
  if (body.fireTicks > 0 !== wasOnFire) showFlames(game, body)
}

/** Lets a body burn for at least that many ticks, fewer with fire protection. */
export function setOnFire(game: Game, body: Living, ticks: number): void {
  const wasOnFire = body.fireTicks > 0
  body.fireTicks = Math.max(body.fireTicks, burningTicks(body, ticks))
  if (!wasOnFire) showFlames(game, body)
}

/** Half hearts that a block of fire costs who stands in it; 0 for other blocks. */
export function fireDamageOf({ name, properties }: Pick<WorldBlock, 'name' | 'properties'>): number {
  if (name === 'fire') return 1
  if (name === 'soul_fire') return 2
  if (properties.lit !== 'true') return 0
  return name === 'campfire' ? 1 : name === 'soul_campfire' ? 2 : 0
}

/** Campfires hurt without setting on fire. */
function catchFire(body: Living, around: Surroundings): void {
  if (around.inWater || !around.blocks.some(({ name }) => name === 'fire' || name === 'soul_fire')) return
  body.fireTicks += 1
  if (body.fireTicks === 0) body.fireTicks = burningTicks(body, FIRE_BURN)
}

function smoulder(game: Game, body: Living, inLava: boolean, inFire: boolean): void {
  if (body.fireTicks > 0) {
    if (body.fireTicks % BURN_INTERVAL === 0 && !inLava) harm(game, body, 1, 'burning')
    body.fireTicks -= 1
    if (body.fireTicks > 0) return
  }
  if (!inFire) body.fireTicks = unburnt(body)
}

/** Where burning starts from: fire takes as many ticks to catch. */
function unburnt(body: Living): number {
  return body.type === 'player' ? UNBURNT : UNBURNT_MOB
}

/** Players' looks are told once a tick whatever changes them. */
function showFlames(game: Game, body: Living): void {
  if (body.type === 'mob') refreshMob(game, body)
}

function topOf({ position, kind }: Living): Position {
  return { ...position, y: position.y + kind.height }
}
