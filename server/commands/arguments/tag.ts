import type { Argument } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'

const MOST_NESTED = 32
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?[bslfd]?$/i

/** A compound tag, written out, as a plain object. */
export function compound(name: string): Argument<Readonly<Record<string, unknown>>> {
  return {
    name,
    parser: { name: 'minecraft:nbt' },
    read: (reader) => readCompound(reader),
    suggest: () => [],
  }
}

/** Tags written out, as plain values: compounds as objects, lists and arrays as arrays (Minecraft Wiki: NBT format). */
export function readTag(reader: CommandReader, depth = 0): unknown {
  if (depth > MOST_NESTED) reader.fail('Tag is too deeply nested')
  reader.skipSpaces()
  if (reader.next === '{') return readCompound(reader, depth)
  if (reader.next === '[') return readList(reader, depth)
  if (reader.next === '"' || reader.next === "'") return reader.quotable()
  const word = reader.quotable()
  if (word === '') reader.fail('Expected value')
  if (word === 'true' || word === 'false') return word === 'true' ? 1 : 0
  return NUMBER.test(word) ? Number(word.replace(/[bslfd]$/i, '')) : word
}

export function readCompound(reader: CommandReader, depth = 0): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = []
  readParts(reader, { open: '{', close: '}' }, () => {
    const key = reader.quotable()
    if (key === '') reader.fail('Expected key')
    reader.skipSpaces()
    if (!reader.skip(':')) reader.fail("Expected ':'")
    entries.push([key, readTag(reader, depth + 1)])
  })
  return Object.fromEntries(entries)
}

/** Reads parts between brackets with commas between them. */
export function readParts(
  reader: CommandReader,
  brackets: { readonly open: string; readonly close: string },
  readPart: () => void,
): void {
  if (!reader.skip(brackets.open)) reader.fail(`Expected '${brackets.open}'`)
  reader.skipSpaces()
  while (!reader.skip(brackets.close)) {
    readPart()
    reader.skipSpaces()
    if (reader.next !== brackets.close && !reader.skip(',')) reader.fail(`Expected '${brackets.close}'`)
    reader.skipSpaces()
  }
}

function readList(reader: CommandReader, depth: number): readonly unknown[] {
  const items: unknown[] = []
  // Arrays of numbers name their type first.
  const open = /^\[[BIL];/.exec(reader.rest)?.[0] ?? '['
  readParts(reader, { open, close: ']' }, () => items.push(readTag(reader, depth + 1)))
  return items
}
