import type { BlockKind } from './block-kind.ts'

/**
 * Whether digging the block with that tool gives its drops.
 *
 * @param tool name of the held item, null for an empty hand
 */
export function canHarvest(block: BlockKind, tool: string | null): boolean {
  return block.harvestTools === null || (tool !== null && block.harvestTools.includes(tool))
}
