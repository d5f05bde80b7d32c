import type { Bot } from '../mineflayer-library.ts'
import { type LoadedColumn, loadedWorld } from './loaded-world.ts'

/** The column of blocks that was looked at last: most looks go to the same one. */
export class RecentColumn {
  readonly #columnAt: (x: number, z: number) => LoadedColumn | null
  #column: LoadedColumn | null = null
  #x = Number.NaN
  #z = Number.NaN

  constructor(bot: Bot) {
    this.#columnAt = loadedWorld(bot).column
    const forget = () => {
      this.#x = Number.NaN
    }
    bot.on('chunkColumnLoad', forget)
    bot.on('chunkColumnUnload', forget)
    bot.on('game', forget)
  }

  /** Null where nothing is loaded. */
  at(columnX: number, columnZ: number): LoadedColumn | null {
    if (columnX === this.#x && columnZ === this.#z) return this.#column
    this.#column = this.#columnAt(columnX, columnZ)
    this.#x = columnX
    this.#z = columnZ
    return this.#column
  }
}
