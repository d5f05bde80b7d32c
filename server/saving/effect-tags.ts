import type { ActiveEffect } from '../game/active-effect.ts'
import type { Game } from '../game/game.ts'
import { listTag, type Tag } from '../protocol/tags.ts'

const FOR_EVER = -1

/** The effects of a body with the ticks that they still last. Weaker ones below others are left out. */
export function effectsTag({ protocol, tick }: Game, effects: ReadonlyMap<string, ActiveEffect>): Tag {
  const tags = [...effects].map(([name, { amplifier, endTick, hidesParticles }]) => {
    const duration = Number.isFinite(endTick) ? endTick - tick : FOR_EVER
    return protocol.saved.effect({ name, amplifier, duration, hidesParticles })
  })
  return listTag('compound', tags)
}

/** Reads effects from plain values; those that this version does not have are left out. */
export function readEffects({ protocol, tick }: Game, saved: unknown): Map<string, ActiveEffect> {
  const effects = new Map<string, ActiveEffect>()
  for (const one of Array.isArray(saved) ? saved : []) {
    const effect = protocol.saved.readEffect(one)
    if (effect === null) continue
    const { amplifier, duration, hidesParticles } = effect
    const endTick = duration === FOR_EVER ? Number.POSITIVE_INFINITY : tick + duration
    effects.set(effect.name, { amplifier, endTick, hidesParticles })
  }
  return effects
}
