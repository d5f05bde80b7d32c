/** How well an entry fits a query in each respect. */
export interface RankedEntry {
  readonly key: string
  readonly tick: number
  /** Weight of the words shared; 0 for none. */
  readonly words: number
  /** Cosine between the meanings; 0 where it is not among the nearest. */
  readonly meaning: number
  /** Weight of the marks of circumstances shared; 0 for none. */
  readonly marks: number
}

/**
 * Keys of the entries that fit best in all respects together, best first. An entry that shares neither words nor meaning is
 * left out, however alike its circumstances are.
 */
export function fuse(entries: readonly RankedEntry[], limit: number): readonly string[] {
  const fitting = entries.filter(({ words, meaning }) => words > 0 || meaning > 0)
  const mostMarks = Math.max(...fitting.map(({ marks }) => marks), Number.MIN_VALUE)
  const recency = new Map(
    fitting.toSorted(newerFirst).map(({ key }, rank) => [key, 1 / (1 + rank / RECENT)] as const),
  )
  const scoreOf = ({ key, words, meaning, marks }: RankedEntry) =>
    WEIGHTS.words * words +
    WEIGHTS.meaning * meaning +
    (WEIGHTS.marks * marks) / mostMarks +
    WEIGHTS.recency * (recency.get(key) ?? 0)
  return fitting
    .map((entry) => ({ entry, score: scoreOf(entry) }))
    .sort((a, b) => b.score - a.score || newerFirst(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry.key)
}

/**
 * Words and meaning were weighed on the queries of `npm run bench -- recall`: a weighted sum found more than the fusion of
 * ranks. Circumstances and recency decide between memories whose texts fit about as well.
 */
const WEIGHTS = { words: 0.05, meaning: 1, marks: 0.08, recency: 0.02 }

/** The tenth newest counts half as recent as the newest. */
const RECENT = 10

function newerFirst(a: RankedEntry, b: RankedEntry): number {
  return b.tick - a.tick || (a.key < b.key ? -1 : 1)
}
