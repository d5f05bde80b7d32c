/** How often and where a kind of vein lies in the ground. */
export interface VeinKind {
  /** Block that replaces stone. */
  readonly block: string
  /** Block that replaces deepslate; null where the vein leaves deepslate alone. */
  readonly deepBlock: string | null
  /** Veins started per column; a fraction is a chance. */
  readonly count: number
  /** Blocks in a vein at most. */
  readonly size: number
  readonly minY: number
  readonly maxY: number
  /** `triangle` is densest in the middle of the range. */
  readonly spread: 'uniform' | 'triangle'
}

/**
 * Veins by depth. Ranges and shapes follow Minecraft 1.18 and later (https://minecraft.wiki/w/Ore#Distribution); coal,
 * iron and copper have some more veins near the surface, since this land has no mountains that would hold them.
 */
export const VEIN_KINDS: readonly VeinKind[] = [
  soil('dirt', { count: 3, size: 24, minY: 0 }),
  soil('gravel', { count: 4, size: 24, minY: -60 }),
  ore('coal', { count: 12, size: 14, minY: 0, maxY: 120, spread: 'triangle' }),
  ore('coal', { count: 8, size: 10, minY: 50, maxY: 90, spread: 'uniform' }),
  ore('iron', { count: 8, size: 8, minY: -24, maxY: 56, spread: 'triangle' }),
  ore('iron', { count: 8, size: 6, minY: -64, maxY: 72, spread: 'uniform' }),
  ore('iron', { count: 4, size: 5, minY: 50, maxY: 90, spread: 'uniform' }),
  ore('copper', { count: 10, size: 8, minY: -16, maxY: 112, spread: 'triangle' }),
  ore('gold', { count: 4, size: 7, minY: -64, maxY: 32, spread: 'triangle' }),
  ore('redstone', { count: 4, size: 6, minY: -64, maxY: 15, spread: 'uniform' }),
  ore('redstone', { count: 4, size: 6, minY: -64, maxY: -32, spread: 'uniform' }),
  ore('lapis', { count: 2, size: 6, minY: -32, maxY: 32, spread: 'triangle' }),
  ore('lapis', { count: 2, size: 6, minY: -64, maxY: 64, spread: 'uniform' }),
  ore('diamond', { count: 4, size: 5, minY: -64, maxY: 16, spread: 'uniform' }),
  ore('diamond', { count: 3, size: 6, minY: -64, maxY: -32, spread: 'uniform' }),
]

function soil(block: string, where: Pick<VeinKind, 'count' | 'size' | 'minY'>): VeinKind {
  return { block, deepBlock: block, maxY: 90, spread: 'uniform', ...where }
}

function ore(name: string, where: Omit<VeinKind, 'block' | 'deepBlock'>): VeinKind {
  return { block: `${name}_ore`, deepBlock: `deepslate_${name}_ore`, ...where }
}
