import type { Position } from '../../src/core/position.ts'
import { BlockTicks } from './block-ticks.ts'

/** What redstone keeps in mind beside the states of blocks. */
export class Redstone {
  /** Torches, repeaters, lamps and dispensers that act after their delay. */
  readonly ticks = new BlockTicks()
  /** Blocks that may have gained or lost power, in the order in which they look at it. */
  readonly pending: Position[] = []
  /** Whether the pending blocks are being gone through. */
  isSpreading = false
  /** Dust whose power is known to be right, by position; emptied when anything but dust changes. */
  readonly settledDust = new Set<string>()
  /** Whether a source of power has changed since the start: before, blocks between matter to nobody. */
  isUsed = false
}
