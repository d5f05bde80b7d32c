/** The words of a text or a name, in lower case, without what says nothing. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? []
  return new Set(
    words.map((word) => word.replace(/(?<=[a-z]{3})s$/, '')).filter((word) => !EMPTY_WORDS.has(word)),
  )
}

const EMPTY_WORDS = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'one',
  'obtain',
  'kind',
  'have',
  'any',
  'get',
  'make',
])

/** The values that share most words with the wanted ones first; of equals the order stays. */
export function byRelevance<T>(
  values: readonly T[],
  textOf: (value: T) => string,
  wanted: ReadonlySet<string>,
): readonly T[] {
  const scored = values.map((value) => ({ value, score: shared(wordsOf(textOf(value)), wanted) }))
  return scored.sort((a, b) => b.score - a.score).map(({ value }) => value)
}

export function shared(words: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  return [...words].filter((word) => wanted.has(word)).length
}
