import { type GameNames, readName } from './read-name.ts'

/** Words that one name may have. */
const LONGEST_NAME = 4

/** Words that are names in the game too, and hardly ever mean it. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'air',
  'light',
  'lead',
  'barrier',
  'item',
  'player',
  'map',
])

/** The items, blocks and mobs that a sentence names, each once, in their order; of overlapping names the longest. */
export function namesIn(text: string, names: GameNames): readonly string[] {
  const words = text.match(/[\w-]+/g) ?? []
  const found: string[] = []
  for (let start = 0; start < words.length; ) {
    const { name, length } = longestName(words.slice(start, start + LONGEST_NAME), names)
    if (name !== null) found.push(name)
    start += length
  }
  return [...new Set(found)]
}

function longestName(words: readonly string[], names: GameNames): { name: string | null; length: number } {
  for (let length = words.length; length > 0; length--) {
    const name = readName(words.slice(0, length).join(' '), names)
    if (name !== null && !COMMON_WORDS.has(name)) return { name, length }
  }
  return { name: null, length: 1 }
}
