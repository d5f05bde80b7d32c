import type { BlockKind } from './block-kind.ts'
import { canHarvest } from './harvest.ts'
import { toolSpeed } from './tool-speed.ts'

/** What about the digger changes how long a block takes. */
export interface DigConditions {
  readonly onGround: boolean
  /** Whether the eyes are under water. */
  readonly headInWater: boolean
  /** Levels of enchantments and effects, 0 for none. */
  readonly efficiency: number
  readonly haste: number
  readonly miningFatigue: number
}

export const ORDINARY_CONDITIONS: DigConditions = {
  onGround: true,
  headInWater: false,
  efficiency: 0,
  haste: 0,
  miningFatigue: 0,
}

/** The data gives fluids a hardness, yet nobody can hit them. */
const FLUIDS: ReadonlySet<string> = new Set(['water', 'lava'])

/** Ratios such as 1/150 may come out a hair beside their true value. */
const ROUNDING = 1e-9

/**
 * Ticks that a player needs to dig the block in survival: 0 for blocks that break at once, infinity for those that
 * never break. Vanilla's formula (https://minecraft.wiki/w/Breaking#Calculation).
 *
 * @param tool name of the held item, null for an empty hand
 */
export function digTicks(block: BlockKind, tool: string | null, conditions = ORDINARY_CONDITIONS): number {
  if (block.hardness === null || !block.diggable || FLUIDS.has(block.name)) return Number.POSITIVE_INFINITY
  if (block.hardness === 0) return 0
  const divisor = canHarvest(block, tool) ? 30 : 100
  const damage = digSpeed(block, tool, conditions) / block.hardness / divisor
  return damage >= 1 - ROUNDING ? 0 : Math.ceil(1 / damage - ROUNDING)
}

function digSpeed(block: BlockKind, tool: string | null, conditions: DigConditions): number {
  let speed = toolSpeed(block, tool)
  if (speed > 1 && conditions.efficiency > 0) speed += conditions.efficiency ** 2 + 1
  speed *= 1 + 0.2 * conditions.haste
  speed *= 0.3 ** Math.min(conditions.miningFatigue, 4)
  if (conditions.headInWater) speed /= 5
  if (!conditions.onGround) speed /= 5
  return speed
}
