import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { deflate, gunzipSync, inflateSync } from 'node:zlib'

/** Columns along each side of a region. */
export const REGION_SIZE = 32
const SECTOR = 4096
const HEADER = 2 * SECTOR
const MOST_SECTORS = 255
const GZIP = 1
const ZLIB = 2
const UNCOMPRESSED = 3

/**
 * What a region file holds of each column: its way of compression in one byte, then its bytes
 * (https://minecraft.wiki/w/Region_file_format). By number of the column in the region.
 */
export type RegionRecords = Map<number, Buffer>

/** Number of a column within its region. */
export function recordIndex(columnX: number, columnZ: number): number {
  return (columnX & 31) + (columnZ & 31) * REGION_SIZE
}

/** Name of the file that holds the column. */
export function regionFileName(columnX: number, columnZ: number): string {
  return `r.${columnX >> 5}.${columnZ >> 5}.mca`
}

/** Takes a region file apart. Throws where it is torn; it does not look into the records. */
export function readRegion(bytes: Buffer): RegionRecords {
  const records: RegionRecords = new Map()
  if (bytes.length === 0) return records
  if (bytes.length < HEADER) throw new Error(`it has only ${bytes.length} bytes, too few for its header`)
  for (let index = 0; index < REGION_SIZE ** 2; index++) {
    const place = bytes.readUInt32BE(index * 4)
    if (place !== 0) records.set(index, recordAt(bytes, place, index))
  }
  return records
}

/** Reads one record and no more of the file; null where there is no file or no record. Throws where it is torn. */
export function readRegionRecord(file: string, index: number): Buffer | null {
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r')
  try {
    const place = readAt(handle, index * 4, 4).readUInt32BE(0)
    if (place === 0) return null
    const sectors = readAt(handle, (place >>> 8) * SECTOR, (place & 0xff) * SECTOR)
    const length = sectors.length < 4 ? 0 : sectors.readUInt32BE(0)
    if (length < 2 || length + 4 > sectors.length) throw new Error('it is cut off')
    return sectors.subarray(4, 4 + length)
  } finally {
    closeSync(handle)
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
}

/** Puts a region file together. */
export function buildRegion(records: ReadonlyMap<number, Buffer>): Buffer {
  const parts: Buffer[] = [Buffer.alloc(HEADER)]
  const header = parts[0] as Buffer
  let sector = 2
  for (const [index, record] of [...records].sort(([a], [b]) => a - b)) {
    const sectors = Math.ceil((record.length + 4) / SECTOR)
    if (sectors > MOST_SECTORS) throw new Error(`Column ${index} of a region is larger than 1 MB.`)
    const part = Buffer.alloc(sectors * SECTOR)
    part.writeUInt32BE(record.length, 0)
    record.copy(part, 4)
    parts.push(part)
    header.writeUInt32BE(((sector << 8) | sectors) >>> 0, index * 4)
    sector += sectors
  }
  return Buffer.concat(parts)
}

/** Compresses the bytes of a column on another thread. */
export function packRecord(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflate(bytes, { level: 4 }, (error, packed) => {
      if (error === null) resolve(Buffer.concat([Buffer.from([ZLIB]), packed]))
      else reject(error)
    })
  })
}

/** The bytes of a record. Throws where they are torn. */
export function unpackRecord(record: Buffer): Buffer {
  const [compression] = record
  const bytes = record.subarray(1)
  if (compression === ZLIB) return inflateSync(bytes)
  if (compression === GZIP) return gunzipSync(bytes)
  if (compression === UNCOMPRESSED) return bytes
  throw new Error(`it is compressed in the unknown way ${compression}`)
}

function recordAt(bytes: Buffer, place: number, index: number): Buffer {
  const start = (place >>> 8) * SECTOR
  const end = start + (place & 0xff) * SECTOR
  const column = `column ${index & 31}, ${index >> 5} of the region`
  if (start < HEADER || start + 4 > bytes.length) throw new Error(`${column} lies outside the file`)
  const length = bytes.readUInt32BE(start)
  if (length < 2 || start + 4 + length > Math.min(end, bytes.length)) throw new Error(`${column} is cut off`)
  return bytes.subarray(start + 4, start + 4 + length)
}
