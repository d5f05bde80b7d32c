import { effectTraits } from '../data/effect-traits.ts'
import type { MetadataEntry } from '../protocol/version-protocol.ts'
import type { Affected } from './active-effect.ts'
import type { Game } from './game.ts'

const INVISIBLE = 0x20
const GLOWING = 0x40

/** The bits by which a body shows that it is invisible or glows. */
export function effectFlags({ effects }: Affected): number {
  return (effects.has('invisibility') ? INVISIBLE : 0) | (effects.has('glowing') ? GLOWING : 0)
}

/** The particles that effects let rise from a body. */
export function effectParticles(game: Game, { effects }: Affected): MetadataEntry {
  const shown = [...effects].filter(([, effect]) => !effect.hidesParticles)
  return game.protocol.effectParticles(
    shown.map(([name, { amplifier }]) => ({
      color: effectTraits[name]?.color ?? 0xffffff,
      level: amplifier + 1,
    })),
  )
}
