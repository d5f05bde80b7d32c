import { type CompoundTag, plainValue, type Tag } from '../protocol/tags.ts'
import type { LongWords } from '../world/packed-longs.ts'

/**
 * Reads the entries of a compound that somebody else may have written. Methods with a fallback give it where the entry is
 * missing; an entry of another type throws, and so does a missing one without a fallback.
 */
export class TagReader {
  readonly #value: Readonly<Record<string, Tag | undefined>>

  constructor(tag: Pick<CompoundTag, 'value'>) {
    this.#value = tag.value
  }

  has(name: string): boolean {
    return this.#value[name] !== undefined
  }

  names(): readonly string[] {
    return Object.keys(this.#value)
  }

  /** All entries as plain values. */
  plainAll(): Readonly<Record<string, unknown>> {
    return plainValue({ type: 'compound', value: this.#value }) as Record<string, unknown>
  }

  /** The list of compounds by that name as plain values, empty where it is missing. */
  plainList(name: string): readonly Readonly<Record<string, unknown>>[] {
    return this.compounds(name).map((one) => one.plainAll())
  }

  /** A byte, short, int, long, float or double. */
  number(name: string, fallback?: number): number {
    const value = this.#read(name, fallback)
    if (Array.isArray(value)) return longNumber(value as unknown as LongWords)
    return typeof value === 'number' ? value : this.#fail(name, 'number')
  }

  flag(name: string, fallback?: boolean): boolean {
    return this.number(name, fallback === undefined ? undefined : Number(fallback)) !== 0
  }

  string(name: string, fallback?: string): string {
    const value = this.#read(name, fallback)
    return typeof value === 'string' ? value : this.#fail(name, 'string')
  }

  /** A compound; an empty one where it is missing. */
  compound(name: string): TagReader {
    const value = this.#read(name, {})
    return isRecord(value) ? new TagReader({ value }) : this.#fail(name, 'compound')
  }

  /** A list of compounds; an empty one where it is missing. */
  compounds(name: string): readonly TagReader[] {
    return this.#list(name).map((value) =>
      isRecord(value) ? new TagReader({ value }) : this.#fail(name, 'list of compounds'),
    )
  }

  /** A list or an array of numbers; an empty one where it is missing. */
  numbers(name: string): readonly number[] {
    const values = this.#list(name)
    return values.every((value) => typeof value === 'number') ? values : this.#fail(name, 'list of numbers')
  }

  strings(name: string): readonly string[] {
    const values = this.#list(name)
    return values.every((value) => typeof value === 'string') ? values : this.#fail(name, 'list of strings')
  }

  longs(name: string): readonly LongWords[] {
    return this.#list(name) as readonly LongWords[]
  }

  #list(name: string): readonly unknown[] {
    const value = this.#read(name, [])
    const values = isRecord(value) ? value.value : value
    return Array.isArray(values) ? values : this.#fail(name, 'list')
  }

  #read(name: string, fallback: unknown): unknown {
    const tag = this.#value[name]
    if (tag !== undefined) return tag.value
    if (fallback === undefined) throw new Error(`the tag "${name}" is missing`)
    return fallback
  }

  #fail(name: string, wanted: string): never {
    throw new Error(`the tag "${name}" is no ${wanted} but a ${this.#value[name]?.type}`)
  }
}

/** The number in a 64-bit tag; exact up to 53 bits. */
function longNumber([upper, lower]: LongWords): number {
  return upper * 2 ** 32 + (lower >>> 0)
}

function isRecord(value: unknown): value is Readonly<Record<string, Tag>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
