import type { ActiveEffect } from '../game/active-effect.ts'
import type { Game } from '../game/game.ts'
import type { SavedEffect } from '../protocol/saved-form.ts'
import { listTag, type Tag } from '../protocol/tags.ts'

const FOR_EVER = -1

/** The effects of a body with the ticks that they still last, and the weaker ones below them. */
export function effectsTag({ protocol, tick }: Game, effects: ReadonlyMap<string, ActiveEffect>): Tag {
  const tags = [...effects].map(([name, effect]) => protocol.saved.effect(lasting(name, effect, tick)))
  return listTag('compound', tags)
}

/** Reads effects from plain values; those that this version does not have are left out. */
export function readEffects({ protocol, tick }: Game, saved: unknown): Map<string, ActiveEffect> {
  const effects = new Map<string, ActiveEffect>()
  for (const one of Array.isArray(saved) ? saved : []) {
    const effect = protocol.saved.readEffect(one)
    if (effect !== null) effects.set(effect.name, active(effect, tick))
  }
  return effects
}

function lasting(name: string, effect: ActiveEffect, tick: number): SavedEffect {
  const { amplifier, endTick, hidesParticles, hidden } = effect
  const duration = Number.isFinite(endTick) ? endTick - tick : FOR_EVER
  const below = hidden === undefined ? null : lasting(name, hidden, tick)
  return { name, amplifier, duration, hidesParticles, hidden: below }
}

function active({ amplifier, duration, hidesParticles, hidden }: SavedEffect, tick: number): ActiveEffect {
  const endTick = duration === FOR_EVER ? Number.POSITIVE_INFINITY : tick + duration
  const effect = { amplifier, endTick, hidesParticles }
  return hidden === null ? effect : { ...effect, hidden: active(hidden, tick) }
}
