import type { Position } from '../../src/core/position.ts'
import { positionKey } from '../world/position-key.ts'

/** A block that waits for a tick. */
export interface DueBlock {
  readonly position: Position
  readonly tick: number
}

/** Blocks that want to be looked at in a later tick. A block waits for one tick at a time, the first that it asked for. */
export class BlockTicks {
  readonly #due = new Map<number, Position[]>()
  readonly #waiting = new Set<string>()

  /** Whether no block waits. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** Remembers the block for that tick, unless it waits already. */
  schedule(position: Position, tick: number): void {
    const key = positionKey(position)
    if (this.#waiting.has(key)) return
    this.#waiting.add(key)
    const others = this.#due.get(tick)
    if (others === undefined) this.#due.set(tick, [position])
    else others.push(position)
  }

  /** The blocks that waited for that tick, in the order in which they were scheduled; they wait no more. */
  take(tick: number): readonly Position[] {
    const positions = this.#due.get(tick) ?? []
    this.#due.delete(tick)
    for (const position of positions) this.#waiting.delete(positionKey(position))
    return positions
  }

  /** All blocks that wait, in the order of their ticks. */
  all(): readonly DueBlock[] {
    const ticks = [...this.#due.keys()].sort((a, b) => a - b)
    return ticks.flatMap((tick) => (this.#due.get(tick) ?? []).map((position) => ({ position, tick })))
  }

  /** The blocks of those that wait for which the test holds; they wait no more. */
  takeWhere(test: (position: Position) => boolean): readonly DueBlock[] {
    const taken = this.all().filter(({ position }) => test(position))
    for (const { position, tick } of taken) {
      const rest = (this.#due.get(tick) ?? []).filter((other) => other !== position)
      if (rest.length === 0) this.#due.delete(tick)
      else this.#due.set(tick, rest)
      this.#waiting.delete(`${position.x},${position.y},${position.z}`)
    }
    return taken
  }
}
