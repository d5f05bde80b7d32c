import type { Column, ColumnClass, CountingColumn, Place, Section } from './column.ts'
import { copyEmptyColumns } from './empty-columns.ts'
import { copyNumbers, copyOf } from './packed-numbers.ts'
import { replaceExports } from './replace-exports.ts'
import { shareLight } from './shared-light.ts'

type ColumnLibrary = (registry: Registry | string) => ColumnClass

interface Registry {
  readonly version: { readonly type: string; readonly '>=': (version: string) => boolean }
}

/**
 * Has bots of one process that are given the same data of a column (`SharedPackets`) share its sections, each until one of
 * its blocks changes, and its light: decoding is most of what a column costs. A bot that is alone copies each section once
 * that it changes.
 */
export function shareColumns(): void {
  replaceExports<ColumnLibrary>('prismarine-chunk', (original) => {
    const sharing: ColumnLibrary = (registry) => {
      const Original = original(registry)
      if (typeof registry === 'string' || registry.version.type !== 'pc') return Original
      return registry.version['>=']('1.18') ? shareSections(shareLight(copyEmptyColumns(Original))) : Original
    }
    return Object.assign(sharing, original)
  })
}

const decoded = new WeakMap<Buffer, Pick<Column, 'sections' | 'biomes'>>()

function shareSections(Original: ColumnClass<CountingColumn>): ColumnClass {
  return class SharingColumn extends Original {
    /** Sections that others may have, too. */
    #shared: readonly Section[] = [...this.sections]

    override load(data: Buffer): void {
      this.changes++
      let known = decoded.get(data)
      if (known === undefined) {
        super.load(data)
        known = { sections: [...this.sections], biomes: [...this.biomes] }
        decoded.set(data, known)
      }
      this.sections = [...known.sections]
      this.biomes = [...known.biomes]
      this.#shared = known.sections
    }

    override setBlockStateId(place: Place, state: number): void {
      this.changes++
      const index = (place.y - this.minY) >> 4
      const section = this.sections[index]
      if (section !== undefined && section === this.#shared[index])
        this.sections[index] = copySection(section)
      super.setBlockStateId(place, state)
    }

    override setBiome(place: Place, biome: number): void {
      const index = (place.y - this.minY) >> 4
      const section = this.biomes[index]
      if (section !== undefined) this.biomes[index] = copySection(section)
      super.setBiome(place, biome)
    }
  }
}

function copySection(section: Section): Section {
  const copy = copyOf(section)
  copy.data = copyOf(section.data)
  if (copy.data.data !== undefined) copy.data.data = copyNumbers(copy.data.data)
  if (copy.data.palette !== undefined) copy.data.palette = [...copy.data.palette]
  if ('palette' in section) copy.palette = copy.data.palette
  return copy
}
