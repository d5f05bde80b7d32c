import type { BlockValue } from '../../core/skill-values.ts'
import type { Gate } from './gate.ts'
import { vectorOf } from './vectors.ts'

/** What a block tells beyond its state: it depends on where the block stands. */
const PLACE_MEMBERS = ['position', 'light', 'skyLight', 'biome'] as const

/** A block as Mineflayer's skills know it: a snapshot. */
export type Block = ReturnType<typeof toBlock>

export function toBlock(value: BlockValue, gate: Gate) {
  const { position, biome, properties, ...rest } = value
  return {
    ...rest,
    position: position === null ? null : vectorOf(position),
    biome: { name: biome },
    getProperties: () => ({ ...properties }),
    _properties: properties,
    entity: null,
    blockEntity: null,
    isWaterlogged: properties.waterlogged === true,
    canHarvest: (heldItemType: number | null) => canHarvest(value.harvestTools, heldItemType),
    digTime: () => (position === null ? Number.POSITIVE_INFINITY : gate.read<number>('digTime', position)),
  }
}

/** The block of a bare state, and whether anything was read of it that depends on its place. */
export function probeBlock(
  value: BlockValue,
  gate: Gate,
): { readonly block: Block; placeWasRead(): boolean } {
  let wasRead = false
  const block = toBlock(value, gate)
  const placed = { ...block }
  for (const member of PLACE_MEMBERS) {
    Object.defineProperty(block, member, {
      enumerable: true,
      get: () => {
        wasRead = true
        return placed[member]
      },
    })
  }
  return { block, placeWasRead: () => wasRead }
}

function canHarvest(tools: BlockValue['harvestTools'], heldItemType: number | null): boolean {
  return tools === null || (heldItemType !== null && tools[heldItemType] === true)
}
