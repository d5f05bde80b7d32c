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
 *
 * @param now the tick at which they come to mind
 */
export function fuse(entries: readonly RankedEntry[], now: number, limit: number): readonly string[] {
  const fitting = entries.filter(({ words, meaning }) => words > 0 || meaning > 0)
  const mostMarks = Math.max(...fitting.map(({ marks }) => marks), Number.MIN_VALUE)
  const scoreOf = ({ tick, words, meaning, marks }: RankedEntry) =>
    WEIGHTS.words * words +
    WEIGHTS.meaning * meaning +
    (WEIGHTS.marks * marks) / mostMarks +
    WEIGHTS.recency * recencyOf(now - tick)
  return fitting
    .map((entry) => ({ entry, score: scoreOf(entry) }))
    .sort((a, b) => b.score - a.score || newerFirst(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry.key)
}

/**
 * Words and meaning were weighed on the queries of `npm run bench -- recall`: a weighted sum found more than the fusion of
 * ranks. Circumstances and recency were weighed on its queries about situations: they decide between memories whose texts
 * fit about as well.
 */
const WEIGHTS = { words: 0.05, meaning: 1, marks: 0.2, recency: 0.15 }

/** 1 for what is new, a half after a minute, a seventh after an hour: what is long past is about equally long past. */
function recencyOf(ageTicks: number): number {
  return 1 / (1 + Math.log2(1 + Math.max(0, ageTicks) / MINUTE_TICKS))
}

const MINUTE_TICKS = 1200

function newerFirst(a: RankedEntry, b: RankedEntry): number {
  return b.tick - a.tick || (a.key < b.key ? -1 : 1)
}
