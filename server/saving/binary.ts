import { gunzipSync, gzipSync } from 'node:zlib'
import { type NBT, parseUncompressed, writeUncompressed } from 'prismarine-nbt'
import type { RootTag } from '../protocol/tags.ts'
import { TagReader } from './tag-reader.ts'

/** The tag as bytes, not compressed. */
export function encodeTag(tag: RootTag): Buffer {
  return writeUncompressed(tag as NBT)
}

/** Reads bytes that are not compressed. Throws where they are no tag. */
export function decodeTag(bytes: Buffer): TagReader {
  return new TagReader(parseUncompressed(bytes) as RootTag)
}

/** The tag as a file of its own, such as `level.dat`. */
export function encodeTagFile(tag: RootTag): Buffer {
  return gzipSync(encodeTag(tag))
}

/** Reads a file such as `level.dat`; its checksum finds what is torn. */
export function decodeTagFile(bytes: Buffer): TagReader {
  return decodeTag(gunzipSync(bytes))
}
