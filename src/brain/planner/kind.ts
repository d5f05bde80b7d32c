/** What is wanted: one item, or any one of several that serve the same purpose, such as the logs of all trees. */
export interface Kind {
  /** The preferred one first. */
  readonly items: readonly string[]
}

export function kindOf(...items: readonly string[]): Kind {
  return { items }
}

/** Equal for kinds of the same items. */
export function kindKey(kind: Kind): string {
  return [...kind.items].sort().join('|')
}

/** `oak_log` in words: `oak log`. */
export function inWords(name: string): string {
  return name.replaceAll('_', ' ')
}

/** The last word that all names share: `log` for oak_log and birch_log; null when they share none. */
export function sharedWord(names: readonly string[]): string | null {
  const words = new Set(names.map(lastWord))
  const [word] = words
  return words.size === 1 && word !== undefined ? word : null
}

export function lastWord(name: string): string {
  return name.split('_').at(-1) ?? name
}

/** A number of the kind in words: `3 cobblestone`, `3 logs of one kind`. */
export function amountInWords(kind: Kind, count: number): string {
  const [only] = kind.items
  if (kind.items.length === 1 && only !== undefined) return `${count} ${inWords(only)}`
  const word = sharedWord(kind.items)
  if (word === null) return `${count} ${kind.items.map(inWords).join(' or ')}`
  return `${count} ${count === 1 ? word : plural(word)} of one kind`
}

/** `logs`, and `planks` as it is. */
export function plural(word: string): string {
  return word.endsWith('s') ? word : `${word}s`
}

/** A function name for getting the kind: `obtainOakLog`, `obtainAnyLog`. */
export function obtainName(kind: Kind): string {
  const [first = 'nothing'] = kind.items
  if (kind.items.length === 1) return identifier('obtain', [first])
  const word = sharedWord(kind.items)
  return word === null ? identifier('obtain', [kind.items.join('_or_')]) : identifier('obtainAny', [word])
}

const LONGEST_NAME = 64

/** A camel-case JavaScript identifier of at most 64 characters from a verb and names with underscores. */
export function identifier(verb: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/[^A-Za-z0-9]+/)).filter((word) => word !== '')
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return `${verb}${pascal}`.slice(0, LONGEST_NAME)
}
