import type { GameRegistry } from './game-registry.ts'
import { perState } from './per-state.ts'

export type FluidName = 'water' | 'lava'

/** The water or lava in one block. */
export interface Fluid {
  readonly name: FluidName
  /** From 1 to 8; 8 is full. */
  readonly amount: number
  /** A source never runs dry, and a bucket takes it up. */
  readonly isSource: boolean
  /** Comes down from a block above; is full. */
  readonly isFalling: boolean
}

export const FULL_AMOUNT = 8

export function sourceOf(name: FluidName): Fluid {
  return { name, amount: FULL_AMOUNT, isSource: true, isFalling: false }
}

export function fallingOf(name: FluidName): Fluid {
  return { name, amount: FULL_AMOUNT, isSource: false, isFalling: true }
}

export function flowingOf(name: FluidName, amount: number): Fluid {
  return { name, amount, isSource: false, isFalling: false }
}

/** What flows in a block of that state; null for dry ones. Water plants and waterlogged blocks hold a source. */
export const fluidOfState = perState(readFluid)

/** The state of the plain block of water or lava. In states, level 0 is a source and 8 what falls. */
export function stateOfFluid(registry: GameRegistry, fluid: Fluid): number {
  const level = fluid.isSource ? 0 : fluid.isFalling ? FULL_AMOUNT : FULL_AMOUNT - fluid.amount
  return registry.state(fluid.name, { level: String(level) })
}

/** Blocks that cannot be without water. */
const alwaysWet = new Set(['kelp', 'kelp_plant', 'seagrass', 'tall_seagrass', 'bubble_column'])

function readFluid(registry: GameRegistry, state: number): Fluid | null {
  const { name } = registry.blockOfState(state)
  const { level, waterlogged } = registry.propertiesOfState(state)
  if (waterlogged === 'true' || alwaysWet.has(name)) return sourceOf('water')
  if (name !== 'water' && name !== 'lava') return null
  const number = Number(level)
  if (number === 0) return sourceOf(name)
  return number >= FULL_AMOUNT ? fallingOf(name) : flowingOf(name, FULL_AMOUNT - number)
}
