import type { PackedNumbers } from './packed-numbers.ts'

export interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** What keeps the values of a section: one value for all, or numbers with or without a palette. */
interface Container {
  data?: PackedNumbers
  palette?: number[]
}

export interface Section {
  data: Container
  palette?: number[] | undefined
}

/** A long number: its upper and its lower half. */
export type Long = readonly [number, number]
/** Light of the sky and of blocks, each by section; then the masks: which sections follow, and which are dark. */
export type LightParts = readonly [
  skyLight: readonly unknown[],
  blockLight: readonly unknown[],
  skyMask: readonly Long[],
  blockMask: readonly Long[],
  ...darkMasks: unknown[],
]

/** A column of the library, from version 1.18 on. */
export interface Column {
  readonly minY: number
  sections: Section[]
  biomes: Section[]
  readonly blockEntities: object
  readonly skyLightSections: (PackedNumbers | null)[]
  readonly skyLightMask: PackedNumbers
  readonly emptySkyLightMask: PackedNumbers
  readonly blockLightSections: (PackedNumbers | null)[]
  readonly blockLightMask: PackedNumbers
  readonly emptyBlockLightMask: PackedNumbers
  load(data: Buffer): void
  loadParsedLight(...parts: LightParts): void
  dumpLight(): object
  toJson(): string
  setBlockStateId(place: Place, state: number): void
  getBlockLight(place: Place): number
  setBlockLight(place: Place, light: number): void
  getSkyLight(place: Place): number
  setSkyLight(place: Place, light: number): void
  setBiome(place: Place, biome: number): void
}

/** A column that counts the changes of its blocks and their light (see `LoadedColumn`). */
export interface CountingColumn extends Column {
  changes: number
}

export interface ColumnOptions {
  /** Height of the lowest block. */
  readonly minY?: number
  /** How many blocks it is high. */
  readonly worldHeight?: number
  /** What it is made of, if it is not empty. */
  readonly sections?: readonly Section[]
}

export type ColumnClass<Kind extends Column = Column> = new (options?: ColumnOptions) => Kind
