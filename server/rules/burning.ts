import type { Game } from '../game/game.ts'
import { type Player, UNBURNT } from '../game/player.ts'
import type { WorldBlock } from '../world/world.ts'
import { hurt } from './damage.ts'
import type { Surroundings } from './surroundings.ts'

const LAVA_DAMAGE = 4
/** Ticks that lava and fire set a player on fire for. */
const LAVA_BURN = 300
const FIRE_BURN = 160
/** Who is on fire loses a half heart in each of these. */
const BURN_INTERVAL = 20

/**
 * Lava and fire hurt, and set on fire: lava at once, fire after a second in it. Water puts it out. Source: Minecraft Wiki,
 * Damage (fire and lava), Fire.
 */
export function burn(game: Game, player: Player, around: Surroundings): void {
  if (around.inWater && player.fireTicks > 0) player.fireTicks = UNBURNT
  if (around.inLava) {
    player.fireTicks = Math.max(player.fireTicks, LAVA_BURN)
    hurt(game, player, LAVA_DAMAGE, 'lava')
  }
  const fireDamage = Math.max(0, ...around.blocks.map(fireDamageOf))
  if (fireDamage > 0) {
    catchFire(player, around)
    hurt(game, player, fireDamage, 'fire')
  }
  smoulder(game, player, around.inLava, fireDamage > 0)
}

function fireDamageOf({ name, properties }: WorldBlock): number {
  if (name === 'fire') return 1
  if (name === 'soul_fire') return 2
  if (properties.lit !== 'true') return 0
  return name === 'campfire' ? 1 : name === 'soul_campfire' ? 2 : 0
}

/** Campfires hurt without setting on fire. */
function catchFire(player: Player, around: Surroundings): void {
  if (around.inWater || !around.blocks.some(({ name }) => name === 'fire' || name === 'soul_fire')) return
  player.fireTicks += 1
  if (player.fireTicks === 0) player.fireTicks = FIRE_BURN
}

function smoulder(game: Game, player: Player, inLava: boolean, inFire: boolean): void {
  if (player.fireTicks > 0) {
    if (player.fireTicks % BURN_INTERVAL === 0 && !inLava) hurt(game, player, 1, 'burning')
    player.fireTicks -= 1
    if (player.fireTicks > 0) return
  }
  if (!inFire) player.fireTicks = UNBURNT
}
