import { blockPosition, distanceBetween, type Position } from '../../src/core/position.ts'
import { effectTraits } from '../data/effect-traits.ts'
import type { EffectDose } from '../data/food-effects.ts'
import type { ThrownEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { actAtOnce, canHave, type InstantEffect, isInstant } from './effect-acts.ts'
import { dose } from './swallowing.ts'

/** How far a splash reaches, in blocks: around, and up and down. */
const REACH = 4
const HEIGHT = 2
/** Effects that would last no longer do not come about. */
const LEAST_TICKS = 20
const SPLASH = 2002
const INSTANT_SPLASH = 2007
const WATER_COLOR = 0x385dc6

/**
 * Puts the bodies around under the effects: the farther, the shorter and weaker (Minecraft Wiki: Splash Potion).
 *
 * @param struck the body that the bottle hit, which gets all of it
 */
export function splash(
  game: Game,
  { position, shooter }: ThrownEntity,
  effects: readonly EffectDose[],
  struck: Living | null,
): void {
  showSplash(game, position, effects)
  for (const body of bodiesAround(game, position)) {
    const distance = distanceBetween(body.position, position)
    const share = body === struck ? 1 : 1 - distance / REACH
    if (share > 0) for (const effect of effects) sprinkle(game, body, effect, { share, thrower: shooter })
  }
}

function sprinkle(
  game: Game,
  body: Living,
  effect: EffectDose,
  { share, thrower }: Pick<InstantEffect, 'share' | 'thrower'>,
): void {
  if (isInstant(effect.effect)) {
    const { effect: name, amplifier } = effect
    if (canHave(body, name)) actAtOnce(game, body, { name, amplifier, share, thrower })
    return
  }
  const ticks = Math.floor(effect.ticks * share + 0.5)
  if (ticks > LEAST_TICKS) dose(game, body, { ...effect, ticks })
}

function bodiesAround(game: Game, { x, y, z }: Position): readonly Living[] {
  const isNear = ({ position, kind }: Living) =>
    Math.abs(position.x - x) < REACH + kind.width / 2 &&
    Math.abs(position.z - z) < REACH + kind.width / 2 &&
    position.y < y + HEIGHT &&
    position.y + kind.height > y - HEIGHT
  const players = [...game.players.values()].filter((player) => !player.isDead && isNear(player))
  const mobs = [...game.entities.ofType('mob')]
  return [...players, ...mobs.filter(isNear)]
}

/** Shows a bottle that breaks, in the colour of its first effect. */
export function showSplash(game: Game, position: Position, effects: readonly EffectDose[]): void {
  const effectId = effects.some(({ effect }) => isInstant(effect)) ? INSTANT_SPLASH : SPLASH
  const data = effectTraits[effects[0]?.effect ?? '']?.color ?? WATER_COLOR
  const params = { effectId, location: blockPosition(position), data, global: false }
  game.sendNear(position, { name: 'world_event', params })
}
