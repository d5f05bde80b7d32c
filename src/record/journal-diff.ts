import type { JournalEntry } from '../core/journal.ts'

/** Where two journals part. */
export interface JournalDifference {
  /** Sequence number of the first entry that differs. */
  readonly sequence: number
  /** Null in the journal that ends there. */
  readonly first: JournalEntry | null
  readonly second: JournalEntry | null
  /** Where within the entry, such as `event.changes.0.type`; empty when one journal ends. */
  readonly path: string
}

/** The first difference of two journals, `wall` left aside; null when they tell the same. Reads no further than that. */
export function firstDifference(
  first: Iterable<JournalEntry>,
  second: Iterable<JournalEntry>,
): JournalDifference | null {
  const others = second[Symbol.iterator]()
  let sequence = 0
  for (const entry of first) {
    const other = others.next()
    if (other.done) return { sequence, first: entry, second: null, path: '' }
    const path = differingPath(withoutWall(entry), withoutWall(other.value))
    if (path !== null) return { sequence, first: entry, second: other.value, path: path.join('.') }
    sequence++
  }
  const extra = others.next()
  return extra.done ? null : { sequence, first: null, second: extra.value, path: '' }
}

function withoutWall({ wall, ...rest }: JournalEntry): unknown {
  return rest
}

/** Way to the first part that differs; null when the values are equal. The order of keys does not count. */
function differingPath(a: unknown, b: unknown): readonly string[] | null {
  if (Object.is(a, b)) return null
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return []
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  for (const key of keys) {
    if (!(Object.hasOwn(a, key) && Object.hasOwn(b, key))) return [key]
    const path = differingPath(a[key], b[key])
    if (path !== null) return [key, ...path]
  }
  return null
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
