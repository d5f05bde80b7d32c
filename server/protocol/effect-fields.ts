import type { ShownModifier } from './version-protocol.ts'

/** Number of the metadata entry for the particles of effects. */
export const EFFECT_PARTICLES = 10

const SHOWS_PARTICLES = 2
const SHOWS_ICON = 4

/** How clients show an effect. */
export function effectFlags(showsParticles: boolean): number {
  return (showsParticles ? SHOWS_PARTICLES : 0) + SHOWS_ICON
}

export function modifierOperation(operation: ShownModifier['operation']): number {
  return operation === 'add' ? 0 : 2
}
