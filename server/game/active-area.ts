import { RecentColumns } from '../world/recent-columns.ts'
import { columnKey } from './column-key.ts'
import type { Game } from './game.ts'

/** Ticks between two looks at where the players are. */
const INTERVAL = 20

/** A column, by its coordinates in columns. */
export interface ActiveColumn {
  readonly x: number
  readonly z: number
}

/**
 * The columns in which mobs live: those that a client has. Elsewhere time stands still for them, as in vanilla beyond the
 * simulation distance (Minecraft Wiki: Chunk). Looked up anew once a second.
 */
export class ActiveArea {
  #keys: ReadonlySet<string> = new Set()
  #columns: readonly ActiveColumn[] | null = null
  #nextLook = 0
  /** What was asked of late: the same few columns all the time. */
  #asked = new RecentColumns<ActiveColumn & { readonly isActive: boolean }>()

  /** Brings the area up to date where it is time to. */
  update(game: Game): void {
    if (game.tick < this.#nextLook) return
    this.#nextLook = game.tick + INTERVAL
    const keys = new Set<string>()
    for (const player of game.players.values()) for (const key of player.columns) keys.add(key)
    this.#keys = keys
    this.#columns = null
    this.#asked = new RecentColumns()
  }

  get columns(): readonly ActiveColumn[] {
    this.#columns ??= [...this.#keys].map((key) => {
      const [x = 0, z = 0] = key.split(',').map(Number)
      return { x, z }
    })
    return this.#columns
  }

  /** Coordinates are in columns. */
  includes(x: number, z: number): boolean {
    const known = this.#asked.at(x, z)
    if (known !== null) return known.isActive
    const isActive = this.#keys.has(columnKey(x, z))
    this.#asked.keep({ x, z, isActive })
    return isActive
  }
}
