import type { BlockKind } from '../data/block-kind.ts'
import { stateCount } from '../data/per-state.ts'
import type { BlockSection } from './column.ts'
import { forEachLong } from './packed-longs.ts'
import { BLOCKS_PER_SECTION, SECTION_COUNT } from './world-bounds.ts'

const MIN_PALETTE_BITS = 4
const MAX_PALETTE_BITS = 8
const MAX_BIOMES = 8
const LARGEST_SECTION = 2 * BLOCKS_PER_SECTION + 1024

/**
 * Writes sections in the network's form: a paletted container of blocks and one of biomes
 * (https://minecraft.wiki/w/Java_Edition_protocol/Chunk_format#Chunk_Section_structure). Works in a buffer that it
 * keeps, so a column costs one copy.
 */
export class SectionEncoder {
  readonly #biome: number
  readonly #directBits: number
  readonly #buffer = Buffer.allocUnsafe(SECTION_COUNT * LARGEST_SECTION)
  readonly #view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset, this.#buffer.byteLength)
  readonly #indices = new Uint16Array(BLOCKS_PER_SECTION)
  /** Place of each state of the current palette in it. */
  readonly #placeOfState: Uint16Array
  #biomes: Uint16Array | null = null
  #offset = 0

  constructor(blocks: readonly BlockKind[], biome: number) {
    const states = stateCount({ blocks })
    this.#biome = biome
    this.#directBits = bitsFor(states - 1)
    this.#placeOfState = new Uint16Array(states)
  }

  /** @param biomes numbers of the biomes of the column's 4×4 cells, x fastest; null for the usual biome everywhere */
  start(biomes: Uint16Array | null): void {
    this.#offset = 0
    this.#biomes = biomes
  }

  /** A copy of what was written since `start`. */
  finish(): Buffer {
    return Buffer.from(this.#buffer.subarray(0, this.#offset))
  }

  /** @param states of the section, each once, in the order of its blocks */
  write(section: BlockSection, states: readonly number[]): void {
    if (typeof section === 'number') this.#writeUniform(section)
    else this.#writeMixed(section, states)
    this.#writeBiomes(this.#biomes)
  }

  /** Four equal layers of 4×4 cells. A palette holds eight biomes; cells of a ninth get the first one. */
  #writeBiomes(biomes: Uint16Array | null): void {
    const palette = [...new Set(biomes ?? [this.#biome])].slice(0, MAX_BIOMES)
    const [first = this.#biome] = palette
    if (biomes === null || palette.length === 1) {
      this.#writeSingleValue(first)
      return
    }
    const bits = bitsFor(palette.length - 1)
    const cells = Uint16Array.from({ length: 64 }, (_, cell) =>
      Math.max(0, palette.indexOf(biomes[cell & 15] ?? first)),
    )
    this.#writeByte(bits)
    this.#writeVarint(palette.length)
    for (const biome of palette) this.#writeVarint(biome)
    this.#writeValues(cells, bits)
  }

  #writeUniform(state: number): void {
    this.#offset = this.#buffer.writeInt16BE(state === 0 ? 0 : BLOCKS_PER_SECTION, this.#offset)
    this.#writeSingleValue(state)
  }

  #writeSingleValue(value: number): void {
    this.#writeByte(0)
    this.#writeVarint(value)
    this.#writeVarint(0)
  }

  #writeMixed(section: Uint16Array, palette: readonly number[]): void {
    const bits = Math.max(bitsFor(palette.length - 1), MIN_PALETTE_BITS)
    const isDirect = bits > MAX_PALETTE_BITS
    const blockCount = this.#findIndices(section, palette)
    this.#offset = this.#buffer.writeInt16BE(blockCount, this.#offset)
    this.#writeByte(isDirect ? this.#directBits : bits)
    if (isDirect) {
      this.#writeValues(section, this.#directBits)
      return
    }
    this.#writeVarint(palette.length)
    for (const state of palette) this.#writeVarint(state)
    this.#writeValues(this.#indices, bits)
  }

  /** Fills in the place of each block's state in the palette; gives how many blocks are not air. */
  #findIndices(section: Uint16Array, palette: readonly number[]): number {
    const [placeOfState, indices] = [this.#placeOfState, this.#indices]
    for (let place = 0; place < palette.length; place++) placeOfState[palette[place] ?? 0] = place
    let blockCount = 0
    for (let index = 0; index < BLOCKS_PER_SECTION; index++) {
      const state = section[index] ?? 0
      if (state !== 0) blockCount++
      indices[index] = placeOfState[state] ?? 0
    }
    return blockCount
  }

  #writeValues(values: Uint16Array, bits: number): void {
    this.#writeVarint(Math.ceil(values.length / Math.floor(64 / bits)))
    let offset = this.#offset
    if (bits === 4) {
      // Two values a byte, the first in the lower half; a long has its first byte last.
      for (let pair = 0; pair < values.length / 2; pair++) {
        this.#buffer[offset + (pair ^ 7)] = (values[2 * pair] ?? 0) | ((values[2 * pair + 1] ?? 0) << 4)
      }
      this.#offset += values.length / 2
      return
    }
    const view = this.#view
    forEachLong(values, bits, (upper, lower) => {
      view.setInt32(offset, upper)
      view.setInt32(offset + 4, lower)
      offset += 8
    })
    this.#offset = offset
  }

  #writeByte(value: number): void {
    this.#offset = this.#buffer.writeUInt8(value, this.#offset)
  }

  #writeVarint(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.#writeByte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.#writeByte(rest)
  }
}

function bitsFor(value: number): number {
  return 32 - Math.clz32(value)
}
