import { blockPosition } from '../../src/core/position.ts'
import { effectLevel } from '../game/active-effect.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import type { Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import { trample } from './farmland.ts'
import { surroundingsOf } from './surroundings.ts'

/** Blocks that a fall may be long without hurting. */
const HARMLESS_FALL = 3
/** Blocks in which a fall ends, or of which one can hold on. Fluids do the same wherever the body touches them. */
const catching =
  /^(ladder|vine|scaffolding|cobweb|sweet_berry_bush|powder_snow|bubble_column|(twisting|weeping|cave)_vines(_plant)?)$/
const VOID_Y = -128

/**
 * Follows how far a player falls, and hurts it on landing. Source: Minecraft Wiki, Damage (fall damage).
 *
 * @param fallen blocks, negative when it rose
 */
export function trackFall(game: Game, player: Player, fallen: number): void {
  if (fallen === 0 && player.fallDistance === 0) return
  if (isCaught(game, player) || player.gameMode === 'creative' || player.gameMode === 'spectator') {
    player.fallDistance = 0
  } else if (fallen > 0) {
    player.fallDistance += fallen
  }
  if (!player.onGround) return
  if (player.fallDistance > 0) trample(game, player, player.fallDistance)
  const damage = fallDamage(game, player, player.fallDistance)
  if (damage > 0 && game.rules.fallDamage) hurt(game, player, damage, 'fall')
  player.fallDistance = 0
}

/** Half hearts that a landing costs after a fall of so many blocks; none or less for a short one. */
export function fallDamage(game: Game, body: Living, fallen: number): number {
  const harmless = HARMLESS_FALL + effectLevel(body, 'jump_boost')
  return Math.ceil((fallen - harmless - 1e-6) * hardness(game, body))
}

/** Hurts those who fell out of the world. */
export function tickVoid(game: Game): void {
  for (const player of game.players.values()) {
    if (player.position.y < VOID_Y && !player.isDead) hurt(game, player, 4, 'void')
  }
}

function isCaught(game: Game, player: Player): boolean {
  if (player.effects.has('slow_falling') || player.effects.has('levitation')) return true
  if (catching.test(game.world.blockAt(blockPosition(player.position)).name)) return true
  const { inWater, inLava } = surroundingsOf(game, player)
  return inWater || inLava
}

/** The share of the damage that a landing on the block below the feet does. */
function hardness(game: Game, body: Living): number {
  const { name } = game.world.blockAt(blockPosition({ ...body.position, y: body.position.y - 0.2 }))
  if (name === 'slime_block') return body.type === 'player' && body.sneaking ? 1 : 0
  if (name === 'hay_block' || name === 'honey_block') return 0.2
  return name.endsWith('_bed') ? 0.5 : 1
}
