import type { VeinKind } from '../terrain/vein-kinds.ts'

/**
 * Veins by depth with the counts, sizes and ranges of Minecraft 1.18 and later
 * (https://minecraft.wiki/w/Ore#Distribution), reduced in number where vanilla's stretch far above the land.
 */
export const CONTINENT_VEINS: readonly VeinKind[] = [
  rock('granite', { count: 3, size: 48, minY: 0, maxY: 120 }),
  rock('diorite', { count: 3, size: 48, minY: 0, maxY: 120 }),
  rock('andesite', { count: 3, size: 48, minY: 0, maxY: 120 }),
  { ...rock('tuff', { count: 2, size: 48, minY: -64, maxY: 0 }), deepBlock: 'tuff' },
  { ...rock('gravel', { count: 6, size: 32, minY: -64, maxY: 120 }), deepBlock: 'gravel' },
  rock('dirt', { count: 4, size: 32, minY: 0, maxY: 120 }),
  ore('coal', { count: 20, size: 17, minY: 0, maxY: 192, spread: 'triangle' }),
  ore('coal', { count: 6, size: 17, minY: 136, maxY: 200, spread: 'uniform' }),
  ore('iron', { count: 10, size: 9, minY: -24, maxY: 56, spread: 'triangle' }),
  ore('iron', { count: 10, size: 5, minY: -64, maxY: 72, spread: 'uniform' }),
  ore('iron', { count: 8, size: 9, minY: 80, maxY: 200, spread: 'uniform' }),
  ore('copper', { count: 16, size: 10, minY: -16, maxY: 112, spread: 'triangle' }),
  ore('gold', { count: 4, size: 9, minY: -64, maxY: 32, spread: 'triangle' }),
  ore('redstone', { count: 4, size: 8, minY: -64, maxY: 15, spread: 'uniform' }),
  ore('redstone', { count: 8, size: 8, minY: -96, maxY: -32, spread: 'triangle' }),
  ore('lapis', { count: 2, size: 7, minY: -32, maxY: 32, spread: 'triangle' }),
  ore('lapis', { count: 4, size: 7, minY: -64, maxY: 64, spread: 'uniform' }),
  ore('diamond', { count: 7, size: 4, minY: -144, maxY: 16, spread: 'triangle' }),
  ore('diamond', { count: 4, size: 8, minY: -144, maxY: 16, spread: 'triangle' }),
]

/** Veins that only mountains hold. */
export const MOUNTAIN_VEINS: readonly VeinKind[] = [
  ore('emerald', { count: 20, size: 3, minY: -16, maxY: 200, spread: 'uniform' }),
]

function rock(block: string, where: Pick<VeinKind, 'count' | 'size' | 'minY' | 'maxY'>): VeinKind {
  return { block, deepBlock: null, spread: 'uniform', ...where }
}

function ore(name: string, where: Omit<VeinKind, 'block' | 'deepBlock'>): VeinKind {
  return { block: `${name}_ore`, deepBlock: `deepslate_${name}_ore`, ...where }
}
