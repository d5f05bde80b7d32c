import { BLOCKS_PER_SECTION, MIN_Y, SECTION_COUNT, SECTION_SIZE } from './world-bounds.ts'

/** Block states of 16×16×16 blocks: one number where all are the same, else indexed `y << 8 | z << 4 | x`. */
export type BlockSection = number | Uint16Array

const AIR = 0
/** By state: whether the section that is being looked through has it. Zero between two of them. */
const isFound = new Uint8Array(1 << 16)

/** The blocks of a 16×16 area from bottom to top. Coordinates inside are 0 to 15 for x and z; y is the world's. */
export class Column {
  readonly sections: BlockSection[] = new Array<BlockSection>(SECTION_COUNT).fill(AIR)
  /** Numbers of the biomes of 4×4 cells, x fastest, at all heights; null where the generator's biome is everywhere. */
  biomes: Uint16Array | null = null
  /** By section; undefined where they are to be looked for. */
  readonly #states = new Array<readonly number[] | undefined>(SECTION_COUNT).fill(undefined)

  /** The state at a place inside the column; air above and below the world. */
  stateAt(x: number, y: number, z: number): number {
    const section = this.sections[(y - MIN_Y) >> 4]
    if (section === undefined) return AIR
    return typeof section === 'number' ? section : (section[blockIndex(x, y, z)] ?? AIR)
  }

  /** Sets the state; does nothing above and below the world. */
  setState(x: number, y: number, z: number, state: number): void {
    const index = (y - MIN_Y) >> 4
    const section = this.sections[index]
    if (section === undefined || section === state) return
    this.writableSection(index)[blockIndex(x, y, z)] = state
  }

  /** The section as an array that may be written to. */
  writableSection(index: number): Uint16Array {
    const section = this.sections[index]
    this.#states[index] = undefined
    if (section === undefined)
      throw new RangeError(`A column has ${SECTION_COUNT} sections, not one ${index}.`)
    if (typeof section !== 'number') return section
    const blocks = new Uint16Array(BLOCKS_PER_SECTION)
    if (section !== AIR) blocks.fill(section)
    this.sections[index] = blocks
    return blocks
  }

  /** The states of a section, each once, in the order of its blocks. Kept until one of them changes by a method of the column. */
  statesIn(index: number): readonly number[] {
    const section = this.sections[index] ?? AIR
    if (typeof section === 'number') return [section]
    const states = this.#states[index] ?? distinct(section)
    this.#states[index] = states
    return states
  }

  /** Turns sections that hold one state only into a number. */
  compact(): void {
    for (const [index, section] of this.sections.entries()) {
      if (typeof section === 'number') continue
      const first = section[0] ?? AIR
      if (section.every((state) => state === first)) this.sections[index] = first
    }
  }

  /** Height of the highest block for which the test holds; one below the world where there is none. */
  highest(x: number, z: number, test: (state: number) => boolean): number {
    for (let index = SECTION_COUNT - 1; index >= 0; index--) {
      const section = this.sections[index]
      if (section === undefined || (typeof section === 'number' && !test(section))) continue
      const bottom = MIN_Y + index * SECTION_SIZE
      for (let y = bottom + SECTION_SIZE - 1; y >= bottom; y--) {
        if (test(this.stateAt(x, y, z))) return y
      }
    }
    return MIN_Y - 1
  }
}

function distinct(section: Uint16Array): readonly number[] {
  const states: number[] = []
  let last = -1
  for (let index = 0; index < section.length; index++) {
    const state = section[index] ?? AIR
    if (state === last) continue
    last = state
    if (isFound[state] === 1) continue
    isFound[state] = 1
    states.push(state)
  }
  for (const state of states) isFound[state] = 0
  return states
}

/** Index of a block in its section. */
export function blockIndex(x: number, y: number, z: number): number {
  return (((y - MIN_Y) & 15) << 8) | (z << 4) | x
}
