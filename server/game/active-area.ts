import { RecentColumns } from '../world/recent-columns.ts'
import { type ColumnPlace, columnKey } from './column-key.ts'
import type { Game } from './game.ts'

/** Ticks between two looks at where the players are. */
const INTERVAL = 20

/**
 * The columns in which mobs live: those that a client has. Elsewhere time stands still for them, as in vanilla beyond the
 * simulation distance (Minecraft Wiki: Chunk). Looked up anew once a second.
 */
export class ActiveArea {
  #columns: ReadonlyMap<string, ColumnPlace> = new Map()
  #list: readonly ColumnPlace[] | null = null
  #nextLook = 0
  /** What was asked of late: the same few columns all the time. */
  #asked = new RecentColumns<ColumnPlace & { readonly isActive: boolean }>()

  /** Brings the area up to date where it is time to. */
  update(game: Game): void {
    if (game.tick < this.#nextLook) return
    this.#nextLook = game.tick + INTERVAL
    const columns = new Map<string, ColumnPlace>()
    for (const player of game.players.values()) {
      for (const [key, column] of player.columns) columns.set(key, column)
    }
    this.#columns = columns
    this.#list = null
    this.#asked = new RecentColumns()
  }

  get columns(): readonly ColumnPlace[] {
    this.#list ??= [...this.#columns.values()]
    return this.#list
  }

  /** Coordinates are in columns. */
  includes(x: number, z: number): boolean {
    const known = this.#asked.at(x, z)
    if (known !== null) return known.isActive
    const isActive = this.#columns.has(columnKey(x, z))
    this.#asked.keep({ x, z, isActive })
    return isActive
  }
}
