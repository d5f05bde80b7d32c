import type { FluidName } from '../data/fluid.ts'

interface FluidTraits {
  /** Ticks that each step takes. */
  readonly delay: number
  /** How much less arrives in the next block sideways. */
  readonly loss: number
  /** How many blocks away it notices a drop. */
  readonly sight: number
}

/** Numbers of the overworld. Source: Minecraft Wiki, Fluid. */
export const fluidTraits: Readonly<Record<FluidName, FluidTraits>> = {
  water: { delay: 5, loss: 1, sight: 4 },
  lava: { delay: 30, loss: 2, sight: 2 },
}
