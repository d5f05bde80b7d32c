/** Names that the game knows: of items, blocks and mobs. */
export type GameNames = ReadonlySet<string>

/** The name that words such as "an Iron Ore", "oak logs" or `raw_iron` stand for; null where the game knows none. */
export function readName(words: string, names: GameNames): string | null {
  const bare = words
    .trim()
    .toLowerCase()
    .replace(/^minecraft:/, '')
    .replace(/^(an?|the|some|one|this|that)\s+/, '')
    .replace(/^(block|blocks|piece|pieces|lump|lumps) of\s+/, '')
    .replaceAll(/[\s-]+/g, '_')
    .replaceAll(/[^a-z0-9_]/g, '')
  const candidates = [bare, ...singulars(bare), `${bare}_block`]
  return candidates.find((candidate) => names.has(candidate)) ?? null
}

function singulars(name: string): readonly string[] {
  return [
    name.replace(/s$/, ''),
    name.replace(/es$/, ''),
    name.replace(/ies$/, 'y'),
    name.replace(/ves$/, 'f'),
  ]
}

/** Names joined by "or", "and" or commas; null where one of them cannot be read. */
export function readNames(words: string, names: GameNames): readonly string[] | null {
  const read = splitList(words).map((part) => readName(part, names))
  return read.length > 0 && read.every((name) => name !== null) ? read : null
}

/**
 * Kinds that do as well as one another: "cobblestone or blackstone", "planks of any kind", which are all whose names end so.
 * Null where one of them cannot be read.
 */
export function readKinds(words: string, names: GameNames): readonly string[] | null {
  const family = /^(?<word>\w+) of any kind$/i.exec(words.trim())?.groups?.word?.toLowerCase()
  if (family === undefined) return readNames(words, names)
  const endings = [family, ...singulars(family)].map((word) => `_${word}`)
  const kinds = [...names].filter((name) => endings.some((ending) => name.endsWith(ending)))
  return kinds.length === 0 ? null : kinds
}

/** What such a list holds, without the joining words. */
export function splitList(words: string): readonly string[] {
  return words
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*\+\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `3`, `three` or `a`; null for anything else. */
export function readNumber(word: string): number | null {
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word)
  if (/^an?$/i.test(word)) return 1
  const index = NUMBERS.indexOf(word.toLowerCase())
  return index < 0 ? null : index
}

/** `3 oak logs` as a number and a name; a name without a number counts one. */
export function readCounted(words: string, names: GameNames): { count: number; name: string } | null {
  const [first = '', ...rest] = words.trim().split(/\s+/)
  const number = rest.length === 0 ? null : readNumber(first)
  const name = readName(number === null ? words : rest.join(' '), names)
  return name === null ? null : { count: number ?? 1, name }
}
