import type { LongWords } from '../world/packed-longs.ts'

/** A value of the binary tag format as minecraft-protocol and prismarine-nbt read and write it. */
export interface Tag {
  readonly type: string
  readonly value: unknown
}

export interface CompoundTag extends Tag {
  readonly type: 'compound'
  readonly value: Readonly<Record<string, Tag>>
}

/** A compound that is the root of a file or of a field of a packet. */
export type RootTag = CompoundTag & { readonly name: string }

export function stringTag(value: string): Tag {
  return { type: 'string', value }
}

export function intTag(value: number): Tag {
  return { type: 'int', value }
}

export function shortTag(value: number): Tag {
  return { type: 'short', value }
}

export function byteTag(value: number | boolean): Tag {
  return { type: 'byte', value: Number(value) }
}

/** A whole number of up to 53 bits as a 64-bit tag. */
export function longTag(value: number): Tag {
  const upper = Math.floor(value / 2 ** 32)
  return { type: 'long', value: [upper | 0, (value - upper * 2 ** 32) | 0] }
}

export function floatTag(value: number): Tag {
  return { type: 'float', value }
}

export function doubleTag(value: number): Tag {
  return { type: 'double', value }
}

export function intArrayTag(value: readonly number[]): Tag {
  return { type: 'intArray', value }
}

export function longArrayTag(value: readonly LongWords[]): Tag {
  return { type: 'longArray', value }
}

export function compoundTag(value: Readonly<Record<string, Tag>>): CompoundTag {
  return { type: 'compound', value }
}

export function rootTag(value: Readonly<Record<string, Tag>>): RootTag {
  return { type: 'compound', name: '', value }
}

/** A list of tags of one type. */
export function listTag(type: string, tags: readonly Tag[]): Tag {
  return { type: 'list', value: { type, value: tags.map((tag) => tag.value) } }
}

const MOST_NESTED = 32

/**
 * The tag as plain values: compounds as objects, lists as arrays. Made for tags that clients send: whatever is not one,
 * or lies too deep, reads as null.
 */
export function plainValue(tag: unknown, depth = 0): unknown {
  if (depth > MOST_NESTED || typeof tag !== 'object' || tag === null) return null
  const { type, value } = tag as Partial<Tag>
  if (type === 'compound') return plainCompound(value, depth)
  if (type !== 'list') return value ?? null
  const { type: itemType, value: items } = (value ?? {}) as { type?: string; value?: unknown }
  if (!Array.isArray(items)) return []
  return items.map((item) => plainValue({ type: itemType, value: item }, depth + 1))
}

function plainCompound(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, tag]) => [name, plainValue(tag, depth + 1)]))
}
