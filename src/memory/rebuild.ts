import { rmSync } from 'node:fs'
import type { AgentId } from '../core/agent-id.ts'
import type { JournalEntry } from '../core/journal.ts'
import type { AgentMemory } from '../core/memory.ts'
import { changesIn } from '../core/run-event.ts'
import type { Meaning } from './recall/recall.ts'
import { SqliteMemory } from './sqlite-memory.ts'

/** An agent's memory, brought to the state of its run's journal. */
export interface OpenedMemory {
  readonly memory: AgentMemory
  /** How many commits of the journal the file lacked. */
  readonly replayed: number
  /** Whether the file knew things that the journal does not, and was made anew. */
  readonly rebuilt: boolean
}

/**
 * Opens the agent's memory file and applies the commits of the journal that it lacks. The journal is the truth: a file
 * that is ahead of it, or belongs to another run, is deleted and rebuilt. Throws an InputError for a damaged file.
 *
 * @param entries gives the journal's entries from the start; called once or twice
 * @param meaning compares memories by meaning; without it they are found by words
 */
export function openMemory(
  path: string,
  agent: AgentId,
  entries: () => Iterable<JournalEntry>,
  meaning: Meaning | null = null,
): OpenedMemory {
  const memory = new SqliteMemory(path, meaning)
  if (isOnJournal(memory.sequence(), agent, entries())) {
    return { memory, replayed: replayCommits(memory, agent, entries()), rebuilt: false }
  }
  memory.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  const fresh = new SqliteMemory(path, meaning)
  return { memory: fresh, replayed: replayCommits(fresh, agent, entries()), rebuilt: true }
}

/** Applies the agent's commits that the memory lacks, in order, and returns how many those were. */
export function replayCommits(memory: AgentMemory, agent: AgentId, entries: Iterable<JournalEntry>): number {
  const start = memory.sequence()
  let replayed = 0
  for (const { agent: owner, sequence, event } of entries) {
    const changes = owner === agent ? changesIn(event) : null
    if (changes === null || sequence <= start) continue
    memory.apply(sequence, changes)
    replayed++
  }
  return replayed
}

/** Whether the agent committed something at that place of the journal, so that the memory can come from it. */
function isOnJournal(sequence: number, agent: AgentId, entries: Iterable<JournalEntry>): boolean {
  if (sequence < 0) return true
  for (const entry of entries) {
    if (entry.sequence === sequence) return entry.agent === agent && changesIn(entry.event) !== null
  }
  return false
}
