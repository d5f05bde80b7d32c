import type { Bot } from '../mineflayer-library.ts'

/** The part of the world that the server has sent, read without making objects of blocks. */
export interface LoadedWorld {
  /** Height of the lowest block, and how many blocks the world is high. */
  readonly minY: number
  readonly height: number
  column(columnX: number, columnZ: number): LoadedColumn | null
}

export interface LoadedColumn {
  /** State of a block by its place within the column (x and z from 0 to 15) and its height in the world. */
  getBlockStateId(position: { readonly x: number; readonly y: number; readonly z: number }): number
  /** Grows with each change of its blocks and their light, where the column counts them. */
  readonly changes?: number
  /** From the bottom; where there is none, all is air. */
  readonly sections: readonly (LoadedSection | null | undefined)[]
}

export interface LoadedSection {
  readonly palette?: readonly number[]
  /** `value` where all blocks are in the same state. */
  readonly data?: { readonly value?: number }
}

/** States that occur in the section, and perhaps others; null when any may occur. */
export function statesIn({ palette, data }: LoadedSection): readonly number[] | null {
  if (palette !== undefined) return palette
  return data?.value === undefined ? null : [data.value]
}

export function loadedWorld(bot: Bot): LoadedWorld {
  const game = () => bot.game as { readonly minY?: number; readonly height?: number }
  return {
    get minY() {
      return game().minY ?? 0
    },
    get height() {
      return game().height ?? 256
    },
    column: (columnX, columnZ) =>
      (bot.world.getColumn(columnX, columnZ) as unknown as LoadedColumn | undefined) ?? null,
  }
}
