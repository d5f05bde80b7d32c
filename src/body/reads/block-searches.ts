import type { Position } from '../../core/position.ts'
import type { LoadedWorld } from '../sight/loaded-world.ts'
import { nearestBlocks } from './block-search.ts'

export interface BlockSearch {
  readonly point: Position
  readonly maxDistance: number
  readonly stateIds: readonly number[]
}

/** Keeps the search at hand that a skill reads in batches, so that each batch goes on where the last one ended. */
export class BlockSearches {
  readonly #world: LoadedWorld
  #key = ''
  #results: Iterator<Position, void> | null = null
  #found: Position[] = []

  constructor(world: LoadedWorld) {
    this.#world = world
  }

  /**
   * Positions from the `skip`-th on, nearest first, at most `count`.
   *
   * @param tick the world is read anew when it is another than last time
   */
  batch(search: BlockSearch, range: { readonly skip: number; readonly count: number }, tick: number) {
    const key = JSON.stringify([search, tick])
    if (key !== this.#key) {
      this.#key = key
      this.#found = []
      this.#results = nearestBlocks(this.#world, { ...search, stateIds: new Set(search.stateIds) })
    }
    const end = range.skip + range.count
    const isComplete = !this.#readTo(end + 1)
    return { positions: this.#found.slice(range.skip, end), end: isComplete }
  }

  /** Whether at least that many were found. */
  #readTo(count: number): boolean {
    while (this.#found.length < count) {
      const next = this.#results?.next()
      if (!next || next.done) return false
      this.#found.push(next.value)
    }
    return true
  }
}
