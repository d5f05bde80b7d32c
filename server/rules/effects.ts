import { effectTraits } from '../data/effect-traits.ts'
import { type ActiveEffect, mergedEffect } from '../game/active-effect.ts'
import { showAttribute } from '../game/attributes.ts'
import type { Game } from '../game/game.ts'
import { type Living, maxHealth } from '../game/living.ts'
import { refreshMob } from '../game/mob-looks.ts'
import type { Player } from '../game/player.ts'
import { showLooks } from '../game/player-looks.ts'
import { sendHealth } from './damage.ts'
import { actAtOnce, canHave, isInstant, lastingAct } from './effect-acts.ts'

const ABSORPTION_PER_LEVEL = 4

/**
 * Puts a body under an effect, unless it is immune or a stronger one of its kind lasts.
 *
 * @returns whether anything changed
 */
export function addEffect(game: Game, body: Living, name: string, effect: ActiveEffect): boolean {
  if (!canHave(body, name)) return false
  if (isInstant(name)) {
    actAtOnce(game, body, { name, amplifier: effect.amplifier, share: 1, thrower: null })
    return true
  }
  const present = body.effects.get(name)
  const merged = present === undefined ? effect : mergedEffect(present, effect)
  body.effects.set(name, merged)
  if (merged.amplifier === present?.amplifier && merged.endTick === present.endTick) return false
  begin(game, body, name, merged)
  return true
}

/** Ends an effect. @returns whether the body was under it */
export function removeEffect(game: Game, body: Living, name: string): boolean {
  if (!body.effects.delete(name)) return false
  if (body.type === 'player') {
    const params = { entityId: body.id, effectId: idOf(game, name) }
    body.connection.send({ name: 'remove_entity_effect', params })
  }
  if (name === 'absorption') body.absorption = 0
  showChange(game, body, name)
  return true
}

/** Ends all effects, as milk and death do. @returns whether there were any */
export function clearEffects(game: Game, body: Living): boolean {
  const names = [...body.effects.keys()]
  for (const name of names) removeEffect(game, body, name)
  return names.length > 0
}

/** Lets the effects of all players act (https://minecraft.wiki/w/Effect). */
export function tickEffects(game: Game): void {
  for (const player of game.players.values()) if (player.effects.size > 0) tickEffectsOf(game, player)
}

/** Ends a body's effects that are over, and lets the others act. */
export function tickEffectsOf(game: Game, body: Living): void {
  for (const [name, effect] of body.effects) {
    const isSpent = name === 'absorption' && body.absorption <= 0
    if (body.health <= 0 || isSpent) removeEffect(game, body, name)
    else if (game.tick >= effect.endTick) end(game, body, name, effect)
    else lastingAct(game, body, name, effect)
  }
}

/** Tells a client about its own effects, when it has joined. */
export function sendEffects(game: Game, player: Player): void {
  for (const [name, effect] of player.effects) sendEffect(game, player, name, effect)
}

/** A weaker effect that lasts longer goes on when the stronger one is over. */
function end(game: Game, body: Living, name: string, { hidden }: ActiveEffect): void {
  if (hidden === undefined || hidden.endTick <= game.tick) {
    removeEffect(game, body, name)
    return
  }
  body.effects.set(name, hidden)
  begin(game, body, name, hidden)
}

function begin(game: Game, body: Living, name: string, effect: ActiveEffect): void {
  if (name === 'absorption') {
    body.absorption = Math.max(body.absorption, ABSORPTION_PER_LEVEL * (effect.amplifier + 1))
  }
  if (body.type === 'player') sendEffect(game, body, name, effect)
  showChange(game, body, name)
}

function showChange(game: Game, body: Living, name: string): void {
  const attribute = effectTraits[name]?.modifier?.attribute
  if (attribute !== undefined) showAttribute(game, body, attribute)
  if (body.type === 'player') showLooks(game, body)
  else refreshMob(game, body)
  if (body.health <= maxHealth(body)) return
  body.health = maxHealth(body)
  if (body.type === 'player') sendHealth(body)
}

function sendEffect(game: Game, player: Player, name: string, effect: ActiveEffect): void {
  player.connection.send(
    game.protocol.entityEffect({
      entityId: player.id,
      effectId: idOf(game, name),
      amplifier: effect.amplifier,
      ticks: Number.isFinite(effect.endTick) ? effect.endTick - game.tick : null,
      showsParticles: !effect.hidesParticles,
    }),
  )
}

function idOf(game: Game, name: string): number {
  return game.registry.effects.find((kind) => kind.name === name)?.id ?? 0
}
