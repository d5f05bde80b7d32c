import type { BlockProperties } from '../data/block-kind.ts'
import type { WorldBlock } from '../world/world.ts'
import type { Face } from './faces.ts'

/** Where a player clicks on a block. */
export interface ClickedSpot {
  readonly face: Face
  /** Height on the block, 0 to 1. */
  readonly height: number
}

/**
 * The properties of the block after one more of the same was placed into it: slabs become double, snow grows by a layer,
 * candles and sea pickles by a piece. Null where no more goes in (Minecraft Wiki, "Slab", "Snow", "Candle", "Sea Pickle").
 *
 * @param spot where the block itself was clicked; null when another block was clicked beside it
 */
export function withOneMore(
  block: WorldBlock,
  item: string,
  spot: ClickedSpot | null,
): BlockProperties | null {
  if (block.name !== item) return null
  const { properties } = block
  if (item.endsWith('_slab')) return takesSlab(properties.type, spot) ? doubled(properties) : null
  const counter = counters.find((name) => name in properties)
  if (counter === undefined || !countedBlocks.test(item)) return null
  const most = block.kind.properties.find(({ name }) => name === counter)?.values.length ?? 0
  if (Number(properties[counter]) >= most) return null
  if (item === 'snow' && spot !== null && spot.face !== 'up') return null
  return { ...properties, [counter]: String(Number(properties[counter]) + 1) }
}

const counters = ['layers', 'candles', 'pickles', 'flower_amount']
const countedBlocks = /^(snow|sea_pickle|pink_petals)$|candle$/

function takesSlab(type: string | undefined, spot: ClickedSpot | null): boolean {
  if (type === 'double') return false
  if (spot === null) return true
  const isSide = spot.face !== 'up' && spot.face !== 'down'
  if (type === 'bottom') return spot.face === 'up' || (isSide && spot.height > 0.5)
  return spot.face === 'down' || (isSide && spot.height <= 0.5)
}

function doubled(properties: BlockProperties): BlockProperties {
  return { ...properties, type: 'double', waterlogged: 'false' }
}
