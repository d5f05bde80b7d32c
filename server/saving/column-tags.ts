import type { GameRegistry } from '../data/game-registry.ts'
import {
  byteTag,
  type CompoundTag,
  compoundTag,
  intTag,
  listTag,
  longArrayTag,
  longTag,
  type RootTag,
  rootTag,
  stringTag,
  type Tag,
} from '../protocol/tags.ts'
import { type BlockSection, Column } from '../world/column.ts'
import { packLongs, unpackLongs } from '../world/packed-longs.ts'
import { BLOCKS_PER_SECTION, MIN_Y, SECTION_COUNT, SECTION_SIZE } from '../world/world-bounds.ts'
import type { TagReader } from './tag-reader.ts'

const LOWEST_SECTION = MIN_Y / SECTION_SIZE
const MIN_PALETTE_BITS = 4
/** Cells of 4×4×4 blocks in a section, each with a biome; ours are the same at all heights. */
const BIOME_CELLS = 64
const NAMESPACE = 'minecraft:'

/** What a saved column holds besides its blocks. */
export interface ColumnExtras {
  readonly blockEntities: readonly Tag[]
  readonly blockTicks: readonly Tag[]
  readonly fluidTicks: readonly Tag[]
  /** Ticks since the start of the world. */
  readonly tick: number
}

/**
 * Columns in the form of Anvil (https://minecraft.wiki/w/Chunk_format). Light and heightmaps are left out: the game and
 * tools compute them when they load a column.
 */
export class ColumnTags {
  readonly #registry: GameRegistry
  readonly #dataVersion: number
  readonly #defaultBiome: string
  readonly #biomeNames: ReadonlyMap<number, string>
  readonly #stateTags: CompoundTag[] = []
  /** Place of each state in the palette at hand plus one; zero everywhere between two sections. */
  readonly #places = new Uint16Array(2 ** 16)

  /** @param defaultBiome of columns that name none */
  constructor(registry: GameRegistry, dataVersion: number, defaultBiome: string) {
    this.#registry = registry
    this.#dataVersion = dataVersion
    this.#defaultBiome = defaultBiome
    this.#biomeNames = new Map(registry.biomes.map((name) => [registry.biome(name), name]))
  }

  write(x: number, z: number, column: Column, extras: ColumnExtras): RootTag {
    const biomes = this.#writeBiomes(column.biomes)
    const sections = column.sections.map((section, index) =>
      compoundTag({ Y: byteTag(LOWEST_SECTION + index), block_states: this.#writeBlocks(section), biomes }),
    )
    return rootTag({
      DataVersion: intTag(this.#dataVersion),
      xPos: intTag(x),
      yPos: intTag(LOWEST_SECTION),
      zPos: intTag(z),
      Status: stringTag('minecraft:full'),
      LastUpdate: longTag(extras.tick),
      InhabitedTime: longTag(0),
      isLightOn: byteTag(false),
      sections: listTag('compound', sections),
      block_entities: listTag('compound', extras.blockEntities),
      block_ticks: listTag('compound', extras.blockTicks),
      fluid_ticks: listTag('compound', extras.fluidTicks),
      Heightmaps: compoundTag({}),
      PostProcessing: listTag('list', []),
      structures: compoundTag({ starts: compoundTag({}), References: compoundTag({}) }),
    })
  }

  /** The blocks and biomes of a column. Throws where it is not from this version of the game. */
  read(tag: TagReader): Column {
    const version = tag.number('DataVersion')
    if (version !== this.#dataVersion) {
      throw new Error(
        `it is of data version ${version}, not ${this.#dataVersion} (${this.#registry.version})`,
      )
    }
    const column = new Column()
    for (const section of tag.compounds('sections')) {
      const index = section.number('Y') - LOWEST_SECTION
      if (index < 0 || index >= SECTION_COUNT) continue
      if (section.has('block_states')) {
        column.sections[index] = this.#readBlocks(section.compound('block_states'))
      }
      if (index === 0 && section.has('biomes')) column.biomes = this.#readBiomes(section.compound('biomes'))
    }
    return column
  }

  #writeBlocks(section: BlockSection): Tag {
    if (typeof section === 'number')
      return compoundTag({ palette: listTag('compound', [this.#stateTag(section)]) })
    const { palette, indices } = paletteOf(section, this.#places)
    const entries = listTag(
      'compound',
      palette.map((state) => this.#stateTag(state)),
    )
    if (palette.length === 1) return compoundTag({ palette: entries })
    const bits = Math.max(MIN_PALETTE_BITS, bitsFor(palette.length))
    return compoundTag({ palette: entries, data: longArrayTag(packLongs(indices, bits)) })
  }

  #stateTag(state: number): CompoundTag {
    const known = this.#stateTags[state]
    if (known !== undefined) return known
    const Name = stringTag(`${NAMESPACE}${this.#registry.blockOfState(state).name}`)
    const properties = Object.entries(this.#registry.propertiesOfState(state))
    const Properties = compoundTag(
      Object.fromEntries(properties.map(([name, value]) => [name, stringTag(value)])),
    )
    const tag = compoundTag(properties.length === 0 ? { Name } : { Name, Properties })
    this.#stateTags[state] = tag
    return tag
  }

  #readBlocks(tag: TagReader): BlockSection {
    const palette = tag.compounds('palette').map((entry) => this.#readState(entry))
    const [first] = palette
    if (first === undefined) throw new Error('a section has an empty palette')
    if (palette.length === 1) return first
    const bits = Math.max(MIN_PALETTE_BITS, bitsFor(palette.length))
    return unpackLongs(tag.longs('data'), bits, BLOCKS_PER_SECTION).map((index) => {
      const state = palette[index]
      if (state === undefined) throw new Error(`a block is number ${index} of a palette of ${palette.length}`)
      return state
    })
  }

  #readState(entry: TagReader): number {
    const name = withoutNamespace(entry.string('Name'))
    const saved = entry.compound('Properties')
    if (this.#registry.findBlock(name) === null)
      throw new Error(`there is no block "${name}" in this version`)
    return this.#registry.state(
      name,
      Object.fromEntries(saved.names().map((property) => [property, saved.string(property)])),
    )
  }

  #writeBiomes(biomes: Uint16Array | null): Tag {
    const numbers = biomes ?? [this.#registry.biome(this.#defaultBiome)]
    const palette = [...new Set(numbers)]
    const names = listTag(
      'string',
      palette.map((biome) => stringTag(`${NAMESPACE}${this.#biomeNames.get(biome)}`)),
    )
    if (palette.length === 1) return compoundTag({ palette: names })
    const cells = Uint16Array.from({ length: BIOME_CELLS }, (_, cell) =>
      palette.indexOf(numbers[cell & 15] ?? 0),
    )
    return compoundTag({ palette: names, data: longArrayTag(packLongs(cells, bitsFor(palette.length))) })
  }

  #readBiomes(tag: TagReader): Uint16Array | null {
    const names = tag.strings('palette').map(withoutNamespace)
    if (names.length === 1 && names[0] === this.#defaultBiome) return null
    const palette = names.map((name) => this.#registry.biome(name))
    if (palette.length === 1) return new Uint16Array(16).fill(palette[0] ?? 0)
    const cells = unpackLongs(tag.longs('data'), bitsFor(palette.length), BIOME_CELLS)
    return cells.subarray(0, 16).map((index) => palette[index] ?? 0)
  }
}

export function withoutNamespace(name: string): string {
  return name.startsWith(NAMESPACE) ? name.slice(NAMESPACE.length) : name
}

/** @param places all zero, before and after; one for each state */
function paletteOf(
  section: Uint16Array,
  places: Uint16Array,
): {
  readonly palette: readonly number[]
  readonly indices: Uint16Array
} {
  const palette: number[] = []
  const indices = new Uint16Array(section.length)
  for (let index = 0; index < section.length; index++) {
    const state = section[index] ?? 0
    let place = places[state] ?? 0
    if (place === 0) {
      place = palette.push(state)
      places[state] = place
    }
    indices[index] = place - 1
  }
  for (const state of palette) places[state] = 0
  return { palette, indices }
}

/** Bits that number so many entries of a palette. */
function bitsFor(count: number): number {
  return 32 - Math.clz32(count - 1)
}
