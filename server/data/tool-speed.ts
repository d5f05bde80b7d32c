import type { BlockKind } from './block-kind.ts'

const TIER_SPEEDS: Readonly<Record<string, number>> = {
  wooden: 2,
  stone: 4,
  iron: 6,
  diamond: 8,
  netherite: 9,
  golden: 12,
}

/**
 * How many times faster than a hand the tool digs the block, harvesting aside
 * (https://minecraft.wiki/w/Breaking#Speed). We read tool classes from the block's material and speeds from the tool's
 * tier: minecraft-data's own numbers are wrong for materials of two classes, and for ores in 1.21.4.
 */
export function toolSpeed(block: BlockKind, tool: string | null): number {
  if (tool === null) return 1
  if (tool === 'shears') return shearsSpeed(block)
  if (tool.endsWith('_sword')) return swordSpeed(block)
  const separator = tool.lastIndexOf('_')
  return isDugBy(block, tool.slice(separator + 1)) ? (TIER_SPEEDS[tool.slice(0, separator)] ?? 1) : 1
}

/** @param toolClass such as `pickaxe` */
function isDugBy({ material }: BlockKind, toolClass: string): boolean {
  // In 1.21.4 the data names blocks that need a better pickaxe after the tools that will not do.
  if (material.startsWith('incorrect_for_')) return toolClass === 'pickaxe'
  return material.split(';').includes(`mineable/${toolClass}`)
}

function shearsSpeed(block: BlockKind): number {
  if (block.name === 'cobweb' || block.material.includes('leaves')) return 15
  if (block.material === 'wool') return 5
  return block.material.includes('vine_or_glow_lichen') ? 2 : 1
}

function swordSpeed(block: BlockKind): number {
  if (block.name === 'cobweb') return 15
  if (block.name === 'bamboo' || block.name === 'bamboo_sapling') return Number.POSITIVE_INFINITY
  return /leaves|plant|gourd|vine/.test(block.material) ? 1.5 : 1
}
