import { replaceExports } from './replace-exports.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** An array of small numbers, packed. */
interface PackedNumbers {
  data: Uint32Array
  get(index: number): number
  set(index: number, value: number): void
}

/** What keeps the values of a section: one value for all, or numbers with or without a palette. */
interface Container {
  data?: PackedNumbers
  palette?: number[]
}

interface Section {
  data: Container
  palette?: number[] | undefined
}

/** A column of the library, from version 1.18 on. */
interface Column {
  readonly minY: number
  sections: Section[]
  biomes: Section[]
  readonly skyLightSections: (PackedNumbers | null)[]
  readonly skyLightMask: PackedNumbers
  readonly emptySkyLightMask: PackedNumbers
  readonly blockLightSections: (PackedNumbers | null)[]
  readonly blockLightMask: PackedNumbers
  readonly emptyBlockLightMask: PackedNumbers
  load(data: Buffer): void
  loadParsedLight(...parts: LightParts): void
  setBlockStateId(place: Place, state: number): void
  setBlockLight(place: Place, light: number): void
  setSkyLight(place: Place, light: number): void
  setBiome(place: Place, biome: number): void
}

/** Light of the sky and of blocks, each by section; then the masks: which sections follow, and which are dark. */
type LightParts = readonly [object, object, ...masks: unknown[]]
type ColumnClass = new (...options: ConstructorParameters<typeof Object>) => Column
type ColumnLibrary = (registry: Registry | string) => ColumnClass

interface Registry {
  readonly version: { readonly type: string; readonly '>=': (version: string) => boolean }
}

/** One kind of light of a column: what is bright where, and which sections have been said to be bright or dark. */
interface Lighting {
  readonly sections: (PackedNumbers | null)[]
  readonly bright: PackedNumbers
  readonly dark: PackedNumbers
}

/** A section of light that a packet has brought. */
interface LightSection {
  readonly index: number
  readonly numbers: PackedNumbers
  readonly isDark: number
}

type Lights = readonly [sky: readonly LightSection[], block: readonly LightSection[]]

/**
 * Has bots of one process that are given the same data of a column (`SharedPackets`) share its sections, each until one of
 * its blocks changes: decoding is most of what a column costs. A bot that is alone copies each section once that it changes.
 */
export function shareColumns(): void {
  replaceExports<ColumnLibrary>('prismarine-chunk', (original) => {
    const sharing: ColumnLibrary = (registry) => {
      const Column = original(registry)
      if (typeof registry === 'string' || registry.version.type !== 'pc') return Column
      return registry.version['>=']('1.18') ? sharingColumn(Column) : Column
    }
    return Object.assign(sharing, original)
  })
}

const decoded = new WeakMap<Buffer, Pick<Column, 'sections' | 'biomes'>>()
const decodedLights = new WeakMap<object, Lights>()

function sharingColumn(Original: ColumnClass): ColumnClass {
  return class SharingColumn extends Original {
    /** Grows with each change of its blocks and their light (see `LoadedColumn`). */
    changes = 0
    /** A bit for each section that others may have too. */
    #shared = 0

    override load(data: Buffer): void {
      this.changes++
      const known = decoded.get(data)
      if (known === undefined) {
        super.load(data)
        decoded.set(data, { sections: [...this.sections], biomes: [...this.biomes] })
      } else {
        this.sections = [...known.sections]
        this.biomes = [...known.biomes]
      }
      this.#shared = -1
    }

    override loadParsedLight(...parts: LightParts): void {
      this.changes++
      shareLight(this, parts, () => super.loadParsedLight(...parts))
    }

    override setBlockStateId(place: Place, state: number): void {
      this.changes++
      const index = (place.y - this.minY) >> 4
      const section = this.sections[index]
      if (section !== undefined && this.#shared & (1 << index)) {
        this.#shared &= ~(1 << index)
        this.sections[index] = copySection(section)
      }
      super.setBlockStateId(place, state)
    }

    override setBiome(place: Place, biome: number): void {
      const index = (place.y - this.minY) >> 4
      const section = this.biomes[index]
      if (section !== undefined) this.biomes[index] = copySection(section)
      super.setBiome(place, biome)
    }

    override setSkyLight(place: Place, light: number): void {
      this.changes++
      copyLight(this.skyLightSections, lightIndex(place, this))
      super.setSkyLight(place, light)
    }

    override setBlockLight(place: Place, light: number): void {
      this.changes++
      copyLight(this.blockLightSections, lightIndex(place, this))
      super.setBlockLight(place, light)
    }
  }
}

/** Takes the light that another column has got from the same packet, or else loads it. */
function shareLight(column: Column, [key]: LightParts, load: () => void): void {
  const known = decodedLights.get(key)
  const [sky, block] = [skyLighting(column), blockLighting(column)]
  if (known !== undefined) {
    takeLight(sky, known[0])
    takeLight(block, known[1])
    return
  }
  const [skyBefore, blockBefore] = [[...sky.sections], [...block.sections]]
  load()
  decodedLights.set(key, [brought(sky, skyBefore), brought(block, blockBefore)])
}

function skyLighting({ skyLightSections, skyLightMask, emptySkyLightMask }: Column): Lighting {
  return { sections: skyLightSections, bright: skyLightMask, dark: emptySkyLightMask }
}

function blockLighting({ blockLightSections, blockLightMask, emptyBlockLightMask }: Column): Lighting {
  return { sections: blockLightSections, bright: blockLightMask, dark: emptyBlockLightMask }
}

/** The sections that are others than before. */
function brought({ sections, dark }: Lighting, before: readonly unknown[]): LightSection[] {
  return sections.flatMap((numbers, index) =>
    numbers === null || numbers === before[index] ? [] : [{ index, numbers, isDark: dark.get(index) }],
  )
}

function takeLight({ sections, bright, dark }: Lighting, brought: readonly LightSection[]): void {
  for (const { index, numbers, isDark } of brought) {
    if (index >= sections.length) continue
    sections[index] = numbers
    dark.set(index, isDark)
    bright.set(index, 1 - isDark)
  }
}

/** There is one section of light below those of blocks. */
function lightIndex({ y }: Place, { minY }: Column): number {
  return ((y - minY) >> 4) + 1
}

function copyLight(sections: (PackedNumbers | null)[], index: number): void {
  const numbers = sections[index]
  if (numbers) sections[index] = copyNumbers(numbers)
}

function copySection(section: Section): Section {
  const copy = copyOf(section)
  copy.data = copyOf(section.data)
  if (copy.data.data !== undefined) copy.data.data = copyNumbers(copy.data.data)
  if (copy.data.palette !== undefined) copy.data.palette = [...copy.data.palette]
  if ('palette' in section) copy.palette = copy.data.palette
  return copy
}

function copyNumbers(numbers: PackedNumbers): PackedNumbers {
  const copy = copyOf(numbers)
  copy.data = numbers.data.slice()
  return copy
}

function copyOf<T extends object>(value: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(value)), value)
}
