import { createRequire } from 'node:module'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import type { ColumnPayload } from '../../../server/world/column-encoder.ts'
import { MIN_Y, WORLD_HEIGHT } from '../../../server/world/world-bounds.ts'

/** A column as Mineflayer holds it. Coordinates inside the column for x and z. */
export interface DecodedColumn {
  getBlockStateId(position: ColumnPosition): number
  getSkyLight(position: ColumnPosition): number
  getBlockLight(position: ColumnPosition): number
  getBiome(position: ColumnPosition): number
}

interface ColumnPosition {
  readonly x: number
  readonly y: number
  readonly z: number
}

interface LoadingColumn extends DecodedColumn {
  load(data: Buffer): void
  loadParsedLight(...fields: readonly unknown[]): void
}

type ChunkLibrary = (version: string) => new (options: { minY: number; worldHeight: number }) => LoadingColumn

interface ProtocolLibrary {
  createSerializer(options: unknown): { createPacketBuffer(packet: unknown): Buffer }
  createDeserializer(options: unknown): {
    parsePacketBuffer(buffer: Buffer): { readonly data: { readonly params: ColumnPayload } }
  }
}

const load = createRequire(import.meta.url)
const chunkLibrary = load('prismarine-chunk') as ChunkLibrary
const protocolLibrary = load('minecraft-protocol') as ProtocolLibrary

/** Sends the column through minecraft-protocol and reads it as a client does. */
export function decodeColumn(version: MinecraftVersion, payload: ColumnPayload): DecodedColumn {
  const options = { state: 'play', version, customPackets: {} }
  const serializer = protocolLibrary.createSerializer({ ...options, isServer: true })
  const deserializer = protocolLibrary.createDeserializer({ ...options, isServer: false })
  const buffer = serializer.createPacketBuffer({
    name: 'map_chunk',
    params: { blockEntities: [], ...payload },
  })
  const { params } = deserializer.parsePacketBuffer(buffer).data
  const Column = chunkLibrary(version)
  const column = new Column({ minY: MIN_Y, worldHeight: WORLD_HEIGHT })
  column.load(params.chunkData)
  column.loadParsedLight(
    params.skyLight,
    params.blockLight,
    params.skyLightMask,
    params.blockLightMask,
    params.emptySkyLightMask,
    params.emptyBlockLightMask,
  )
  return {
    getBlockStateId: (position) => column.getBlockStateId(position),
    getBiome: (position) => column.getBiome(position),
    getSkyLight: (position) => column.getSkyLight(mirrored(position)),
    getBlockLight: (position) => column.getBlockLight(mirrored(position)),
  }
}

/**
 * prismarine-chunk reads the bytes of light as if they were longs, on any server, so that pairs of places come out
 * mirrored within their row: where it keeps the light of a place.
 */
function mirrored(position: ColumnPosition): ColumnPosition {
  return { ...position, x: position.x ^ 14 }
}
