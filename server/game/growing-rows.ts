/** Rows of a section. */
const ROWS = 256
/** Words of 16 bits for each row: which blocks are awake, and which are settled. */
const WORDS = 2
const SLOT_WORDS = ROWS * WORDS
const FIRST_SLOTS = 256
/** All blocks of a row. */
const ALL = 0xffff

/** What is known of a block: nothing to do; something to do; nothing as long as nothing around changes. */
export const Rest = { none: 0, awake: 1, settled: 2 } as const

/**
 * What is known of the blocks of all sections in which something grows. In one piece: chance picks places all over it in every
 * tick, and what is far apart in memory, or behind objects, takes long to get at. Places are numbered `y << 8 | z << 4 | x`.
 */
export class GrowingRows {
  #words = new Uint16Array(FIRST_SLOTS * SLOT_WORDS)
  #slots = 0
  readonly #free: number[] = []

  /** Room for one more section, with nothing to do. */
  take(): number {
    const slot = this.#free.pop() ?? this.#slots++
    if (this.#slots * SLOT_WORDS > this.#words.length) {
      const words = new Uint16Array(this.#words.length * 2)
      words.set(this.#words)
      this.#words = words
    }
    return slot
  }

  giveBack(slot: number): void {
    this.#words.fill(0, slot * SLOT_WORDS, (slot + 1) * SLOT_WORDS)
    this.#free.push(slot)
  }

  /** One of `Rest`. */
  at(slot: number, place: number): number {
    const row = rowOf(slot, place)
    const bit = place & 15
    return (((this.#words[row] ?? 0) >> bit) & 1) | ((((this.#words[row + 1] ?? 0) >> bit) & 1) << 1)
  }

  /** @param rest one of `Rest` */
  set(slot: number, place: number, rest: number): void {
    const row = rowOf(slot, place)
    const bit = 1 << (place & 15)
    this.#words[row] = ((this.#words[row] ?? 0) & ~bit) | (rest & 1 ? bit : 0)
    this.#words[row + 1] = ((this.#words[row + 1] ?? 0) & ~bit) | (rest & 2 ? bit : 0)
  }

  /** Whether a layer holds anything that is awake. */
  isAwake(slot: number, layer: number): boolean {
    for (let z = 0; z < 16; z++) if (this.#words[rowOf(slot, (layer << 8) | (z << 4))] !== 0) return true
    return false
  }

  /**
   * Wakes the blocks of a section that are settled at most one to the sides of the place, which may be one outside of it, at
   * all heights.
   *
   * @returns bits of the layers of those woken
   */
  wakeAround(slot: number, x: number, z: number): number {
    let layers = 0
    const around = ((7 << (x + 1)) >> 2) & ALL
    for (let besideZ = Math.max(0, z - 1); besideZ <= Math.min(15, z + 1); besideZ++) {
      for (let layer = 0; layer < 16; layer++) {
        const row = rowOf(slot, (layer << 8) | (besideZ << 4))
        const settled = this.#words[row + 1] ?? 0
        if ((settled & around) === 0) continue
        this.#words[row] = (this.#words[row] ?? 0) | (settled & around)
        this.#words[row + 1] = settled & ~around
        layers |= 1 << layer
      }
    }
    return layers
  }
}

function rowOf(slot: number, place: number): number {
  return slot * SLOT_WORDS + (place >> 4) * WORDS
}
