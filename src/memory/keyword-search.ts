import { keywordsOf } from './keywords.ts'

/**
 * The values whose texts share keywords with the query, best first; equals keep their order. A word counts the more the
 * fewer values have it.
 */
export function searchByKeywords<Value>(
  values: readonly Value[],
  textsOf: (value: Value) => readonly string[],
  query: string,
): Value[] {
  const wanted = new Set(keywordsOf(query))
  const found = values.map((value) => ({ value, words: new Set(textsOf(value).flatMap(keywordsOf)) }))
  const frequency = (word: string) => found.filter(({ words }) => words.has(word)).length
  const weights = new Map(
    [...wanted].map((word) => [word, Math.log(1 + values.length / (1 + frequency(word)))]),
  )
  return found
    .map(({ value, words }) => ({ value, score: sum([...words].map((word) => weights.get(word) ?? 0)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ value }) => value)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
