import type { GameRegistry } from '../data/game-registry.ts'
import { stateCount } from '../data/per-state.ts'
import type { Column } from './column.ts'
import { encodeHeightmap } from './heightmap-encoder.ts'
import { type ColumnLight, topsOf } from './light/column-light.ts'
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
  const isNotAir = new Uint8Array(stateCount(registry)).fill(1)
  isNotAir[0] = 0
  const stopsMotion = new Uint8Array(isNotAir.length)
  for (const { name, boundingBox, minState, maxState } of registry.blocks) {
    const stops = boundingBox === 'block' || name === 'water' || name === 'lava'
    if (stops) stopsMotion.fill(1, minState, maxState + 1)
  }
  return (x, z, column, light) => {
    return {
      x,
      z,
      heightmaps: {
        type: 'compound',
        name: '',
        value: {
          MOTION_BLOCKING: { type: 'longArray', value: encodeHeightmap(topsOf(column, stopsMotion)) },
          WORLD_SURFACE: { type: 'longArray', value: encodeHeightmap(topsOf(column, isNotAir)) },
        },
      },
      chunkData: encodeSections(sections, column),
      ...encodeLight(light),
    }
  }
}

function encodeSections(encoder: SectionEncoder, column: Column): Buffer {
  encoder.start(column.biomes)
  for (let index = 0; index < SECTION_COUNT; index++) {
    encoder.write(column.sections[index] ?? 0, column.statesIn(index))
  }
  return encoder.finish()
}
