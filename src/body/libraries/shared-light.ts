import type { Column, ColumnClass, CountingColumn, LightParts, Long, Place } from './column.ts'
import { copyNumbers, type PackedNumbers } from './packed-numbers.ts'

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

/** Half a byte for each block. */
const SECTION_BYTES = 2048
/** Packets of light that a column keeps at most until somebody looks at its light. */
const MOST_UNREAD = 8

const decoded = new WeakMap<object, Lights>()

/**
 * Columns that read the light of packets when somebody looks at it, and share what is read of the same packet, each until its
 * light changes. Most columns are never looked at closely.
 */
export function shareLight(Original: ColumnClass): ColumnClass<CountingColumn> {
  return class LitColumn extends Original {
    changes = 0
    #unread: LightParts[] = []

    override loadParsedLight(...parts: LightParts): void {
      this.changes++
      this.#unread.push(parts)
      if (!isReadable(parts) || this.#unread.length > MOST_UNREAD) this.#readLight()
    }

    override dumpLight(): object {
      this.#readLight()
      return super.dumpLight()
    }

    override toJson(): string {
      this.#readLight()
      return super.toJson()
    }

    override getSkyLight(place: Place): number {
      this.#readLight()
      return super.getSkyLight(place)
    }

    override setSkyLight(place: Place, light: number): void {
      this.changes++
      this.#readLight()
      ownLight(this.skyLightSections, lightIndex(place, this))
      super.setSkyLight(place, light)
    }

    override getBlockLight(place: Place): number {
      this.#readLight()
      return super.getBlockLight(place)
    }

    override setBlockLight(place: Place, light: number): void {
      this.changes++
      this.#readLight()
      ownLight(this.blockLightSections, lightIndex(place, this))
      super.setBlockLight(place, light)
    }

    #readLight(): void {
      if (this.#unread.length === 0) return
      const unread = this.#unread
      this.#unread = []
      for (const parts of unread) readLight(this, parts, () => super.loadParsedLight(...parts))
    }
  }
}

/** Whether it is kept in bytes, which take no more memory than what is read from them, and can be read for sure. */
function isReadable([sky, block, skyMask, blockMask]: LightParts): boolean {
  return areSections(sky, skyMask) && areSections(block, blockMask)
}

/** Takes the light that another column has got from the same packet, or else loads it. */
function readLight(column: Column, [key]: LightParts, load: () => void): void {
  const known = decoded.get(key)
  const [sky, block] = [skyLighting(column), blockLighting(column)]
  if (known !== undefined) {
    takeLight(sky, known[0])
    takeLight(block, known[1])
    return
  }
  const [skyBefore, blockBefore] = [[...sky.sections], [...block.sections]]
  load()
  decoded.set(key, [brought(sky, skyBefore), brought(block, blockBefore)])
}

function areSections(sections: readonly unknown[], mask: readonly Long[]): boolean {
  const count = mask.reduce((sum, [upper, lower]) => sum + bitCount(upper) + bitCount(lower), 0)
  return (
    sections.length === count &&
    sections.every((section) => Buffer.isBuffer(section) && section.length === SECTION_BYTES)
  )
}

function bitCount(half: number): number {
  let count = 0
  for (let rest = half; rest !== 0; rest &= rest - 1) count++
  return count
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

/** Has a section that others may have, too, be the column's own, before it changes. */
function ownLight(sections: (PackedNumbers | null)[], index: number): void {
  const numbers = sections[index]
  if (numbers) sections[index] = copyNumbers(numbers)
}
