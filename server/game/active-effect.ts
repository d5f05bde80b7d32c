import { type AttributeName, effectTraits } from '../data/effect-traits.ts'

/** An effect that a body is under. */
export interface ActiveEffect {
  /** 0 for level I. */
  readonly amplifier: number
  /** Tick at which it ends; infinity for never. */
  readonly endTick: number
  readonly hidesParticles: boolean
  /** A weaker one that lasts longer and goes on afterwards. */
  readonly hidden?: ActiveEffect
}

/** Anything that can be under effects, which are listed by name. */
export interface Affected {
  readonly effects: ReadonlyMap<string, ActiveEffect>
}

/** How strong the effect is: 1 for level I, 0 without it. */
export function effectLevel({ effects }: Affected, name: string): number {
  const effect = effects.get(name)
  return effect === undefined ? 0 : effect.amplifier + 1
}

/**
 * What comes of two effects of a name. The stronger one acts, of equal ones the longer; one that is weaker but longer acts
 * when the other is over. Source: Minecraft Wiki, Effect (stacking).
 */
export function mergedEffect(present: ActiveEffect, added: ActiveEffect): ActiveEffect {
  if (added.amplifier > present.amplifier) {
    return added.endTick < present.endTick ? { ...added, hidden: present } : added
  }
  if (added.endTick <= present.endTick) return present
  if (added.amplifier === present.amplifier) return { ...present, endTick: added.endTick }
  const { hidden } = present
  return { ...present, hidden: hidden === undefined ? added : mergedEffect(hidden, added) }
}

/** The value of an attribute after all effects: amounts are added first, then shares of the whole. */
export function attributeValue(body: Affected, attribute: AttributeName, base: number): number {
  if (body.effects.size === 0) return base
  let sum = base
  let factor = 1
  for (const [name, { amplifier }] of body.effects) {
    const modifier = effectTraits[name]?.modifier
    if (modifier?.attribute !== attribute) continue
    if (modifier.operation === 'add') sum += modifier.amount * (amplifier + 1)
    else factor *= 1 + modifier.amount * (amplifier + 1)
  }
  return Math.max(0, sum * factor)
}
