import type { GameRegistry } from '../data/game-registry.ts'
import type { Column } from './column.ts'
import { encodeHeightmap } from './heightmap-encoder.ts'
import type { ColumnLight } from './light/column-light.ts'
import { encodeLight, type LightPayload } from './light/light-encoder.ts'
import type { LongWords } from './packed-longs.ts'
import { SectionEncoder } from './section-encoder.ts'
import { SECTION_COUNT } from './world-bounds.ts'

/** The fields of the `map_chunk` packet of 1.20.1 and 1.21.4, as minecraft-protocol takes them, but the block entities. */
export interface ColumnPayload extends LightPayload {
  readonly x: number
  readonly z: number
  readonly heightmaps: HeightmapsTag
  readonly chunkData: Buffer
}

interface HeightmapsTag {
  readonly type: 'compound'
  readonly name: ''
  readonly value: Readonly<
    Record<string, { readonly type: 'longArray'; readonly value: readonly LongWords[] }>
  >
}

/** Makes what a client is told of a column, whose place is given in columns. */
export type EncodeColumn = (x: number, z: number, column: Column, light: ColumnLight) => ColumnPayload

/**
 * Makes a function that encodes columns for clients of the registry's version.
 *
 * @param biome of the columns that do not have their own
 */
export function createColumnEncoder(registry: GameRegistry, biome: string): EncodeColumn {
  const sections = new SectionEncoder(registry.blocks, registry.biome(biome))
  const blocksMotion = (state: number) => {
    const kind = registry.blockOfState(state)
    return kind.boundingBox === 'block' || kind.name === 'water' || kind.name === 'lava'
  }
  const isNotAir = (state: number) => state !== 0
  return (x, z, column, light) => {
    const surface = heightsOf(column, isNotAir)
    return {
      x,
      z,
      heightmaps: {
        type: 'compound',
        name: '',
        value: {
          MOTION_BLOCKING: { type: 'longArray', value: encodeHeightmap(heightsOf(column, blocksMotion)) },
          WORLD_SURFACE: { type: 'longArray', value: encodeHeightmap(surface) },
        },
      },
      chunkData: encodeSections(sections, column),
      ...encodeLight(light),
    }
  }
}

function encodeSections(encoder: SectionEncoder, column: Column): Buffer {
  encoder.start(column.biomes)
  for (let index = 0; index < SECTION_COUNT; index++) encoder.write(column.sections[index] ?? 0)
  return encoder.finish()
}

function heightsOf(column: Column, test: (state: number) => boolean): Int16Array {
  const heights = new Int16Array(256)
  for (let index = 0; index < 256; index++) heights[index] = column.highest(index & 15, index >> 4, test)
  return heights
}
