import { InputError } from '../../core/errors.ts'
import { suggestion } from '../../core/nearest-name.ts'
import { LocalEmbedder } from '../../memory/embedding/local-embedder.ts'
import { VolatileMemory } from '../../memory/volatile-memory.ts'
import type { CommandIo } from '../command-io.ts'
import { describeRecord, recordLine } from '../describe-memory.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { MEMORY_KINDS, type MemoryKind, type MemoryRecord, recordsIn } from '../memory-records.ts'
import { loadMemories, memoriesOf, type RecordedMemories } from '../recorded-memory.ts'

export interface MemoryFlags {
  /** A run directory; the newest run without it. */
  readonly from?: string
  /** Whose memory. */
  readonly agent?: string
  readonly json?: boolean
}

export interface ListFlags extends MemoryFlags {
  readonly status?: string
  readonly limit?: number
}

export interface SearchFlags extends MemoryFlags {
  readonly limit: number
  /** Compare by meaning too. */
  readonly meaning?: boolean
}

/** Lists what the agents remember of a kind; without a kind, how much there is of each. */
export function listMemoryCommand(kind: string | undefined, flags: ListFlags, io: CommandIo): ExitCode {
  const wanted = kind === undefined ? null : kindNamed(kind)
  const recorded = loadMemories(flags.from)
  const lists = memoriesOf(recorded, flags.agent).map(([agent, memory]) => {
    const records = recordsIn(memory).filter((one) => wanted === null || one.kind === wanted)
    return { agent, records: newest(records.filter(hasStatus(flags.status)), flags.limit) }
  })
  if (flags.json) {
    io.out(JSON.stringify(lists.map(({ agent, records }) => ({ agent, records: records.map(plain) }))))
    return EXIT.reached
  }
  io.err(`Memories of the run ${recorded.directory.name}`)
  for (const { agent, records } of lists) {
    io.out(`${agent}:`)
    for (const line of wanted === null ? countLines(records) : records.map(recordLine)) io.out(`  ${line}`)
    if (wanted !== null && records.length === 0) io.out(`  No ${wanted}.`)
  }
  if (lists.length === 0) io.out('No memories.')
  return EXIT.reached
}

/** Prints all that is remembered under an id. */
export function showMemoryCommand(id: string, flags: MemoryFlags, io: CommandIo): ExitCode {
  const recorded = loadMemories(flags.from)
  const { agent, record } = findRecord(recorded, id, flags.agent)
  if (flags.json) {
    io.out(JSON.stringify({ agent, ...plain(record) }))
    return EXIT.reached
  }
  const beliefs = recorded.memories.get(agent)?.facts.all() ?? []
  for (const line of describeRecord(record, beliefs)) io.out(cleanText(line) === '' ? '' : line)
  return EXIT.reached
}

/** Prints what comes to an agent's mind for the words, best first. */
export async function searchMemoryCommand(
  words: readonly string[],
  flags: SearchFlags,
  io: CommandIo,
): Promise<ExitCode> {
  const recorded = loadMemories(flags.from)
  const embedder = flags.meaning === true ? new LocalEmbedder(io.err) : null
  const cue = { text: words.join(' '), circumstances: null, tick: recorded.tick }
  const found = []
  try {
    for (const [agent, recalled] of memoriesOf(recorded, flags.agent)) {
      const onFailure = (reason: string) => io.err(`${reason} Memories are compared by words.`)
      const memory = embedder === null ? recalled : withMeaning(recalled, { embedder, onFailure })
      const { facts, episodes, skills } = await memory.recall(cue, flags.limit)
      const ids = new Set([...facts, ...episodes].map(({ id }) => id))
      for (const { name, version } of skills) ids.add(`${name}@${version}`)
      const byId = new Map(recordsIn(recalled).map((record) => [record.id, record]))
      found.push({ agent, records: [...ids].flatMap((id) => byId.get(id) ?? []) })
    }
  } finally {
    await embedder?.close()
  }
  printFound(found, flags, io)
  return found.some(({ records }) => records.length > 0) ? EXIT.reached : EXIT.missed
}

/** The record with that id, and whose it is. Throws an InputError for an id that nobody knows, or several do. */
export function findRecord(
  recorded: RecordedMemories,
  id: string,
  agent: string | undefined,
): { readonly agent: string; readonly record: MemoryRecord } {
  const all = memoriesOf(recorded, agent).flatMap(([owner, memory]) =>
    recordsIn(memory).map((record) => ({ agent: owner, record })),
  )
  const [found, other] = all.filter(({ record }) => record.id === id || isNewestOf(record, id, all))
  if (found === undefined) {
    const near = suggestion(id, all.map(({ record }) => record.id).slice(-MOST_NAMED), 'ids, newest last')
    throw new InputError(
      `Nothing is remembered under "${id}" in the run "${recorded.directory.name}". ${near}`,
    )
  }
  if (other === undefined) return found
  throw new InputError(
    `Both ${found.agent} and ${other.agent} remember something under "${id}". Say whose memory with "--agent".`,
  )
}

/** Ids that a message names at most. */
const MOST_NAMED = 12

/** A skill may be named without its version: the newest is meant. */
function isNewestOf(
  { kind, record }: MemoryRecord,
  name: string,
  all: readonly { readonly record: MemoryRecord }[],
): boolean {
  if (kind !== 'skills' || record.name !== name) return false
  const versions = all.flatMap(({ record: other }) =>
    other.kind === 'skills' && other.record.name === name ? [other.record.version] : [],
  )
  return record.version === Math.max(...versions)
}

function kindNamed(kind: string): MemoryKind {
  const kinds = Object.keys(MEMORY_KINDS) as MemoryKind[]
  const known = kinds.find((one) => one === kind)
  if (known !== undefined) return known
  throw new InputError(`There is no kind of memory "${kind}". ${suggestion(kind, kinds, 'kinds')}`)
}

function hasStatus(status: string | undefined): (record: MemoryRecord) => boolean {
  return ({ record }) => status === undefined || ('status' in record && record.status === status)
}

function newest(records: readonly MemoryRecord[], limit: number | undefined): readonly MemoryRecord[] {
  return limit === undefined ? records : records.slice(Math.max(0, records.length - limit))
}

function countLines(records: readonly MemoryRecord[]): readonly string[] {
  return Object.keys(MEMORY_KINDS).map(
    (kind) => `${kind.padEnd(9)} ${records.filter((record) => record.kind === kind).length}`,
  )
}

function plain({ kind, id, record }: MemoryRecord) {
  return { kind, key: id, record }
}

function withMeaning(
  memory: VolatileMemory,
  meaning: NonNullable<ConstructorParameters<typeof VolatileMemory>[0]>,
): VolatileMemory {
  const copy = new VolatileMemory(meaning)
  const { facts, episodes, skills } = memory
  copy.apply(0, [
    ...facts.all().map((belief) => ({ type: 'belief-set', belief }) as const),
    ...episodes.outlines().map((episode) => ({ type: 'episode-added', episode }) as const),
    ...skills.all().map((skill) => ({ type: 'skill-set', skill }) as const),
  ])
  return copy
}

function printFound(
  found: readonly { readonly agent: string; readonly records: readonly MemoryRecord[] }[],
  { json }: MemoryFlags,
  io: CommandIo,
): void {
  if (json) {
    io.out(JSON.stringify(found.map(({ agent, records }) => ({ agent, records: records.map(plain) }))))
    return
  }
  for (const { agent, records } of found) {
    io.out(`${agent}:`)
    for (const record of records) io.out(`  ${recordLine(record)}`)
    if (records.length === 0) io.out('  Nothing comes to mind.')
  }
}
