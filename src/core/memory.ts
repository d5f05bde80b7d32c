import type { Belief } from './belief.ts'
import type { Recollection } from './brain.ts'
import type { Circumstances } from './circumstances.ts'
import type { Task } from './desire.ts'
import type { Episode } from './episode.ts'
import type { Goal } from './goal.ts'
import type { MemoryChange } from './memory-change.ts'
import type { Message } from './message.ts'
import type { Skill } from './skill.ts'

/** All that one agent remembers. It changes only through `apply`, so that it can be rebuilt from the journal. */
export interface AgentMemory {
  readonly episodes: EpisodicMemory
  readonly facts: SemanticMemory
  readonly skills: SkillLibrary
  readonly tasks: TaskMemory
  /** Sequence number of the last journal entry that was applied; -1 for a new memory. */
  sequence(): number
  /** Applies all changes or none. A sequence number at or below the last one is ignored: it was applied before. */
  apply(sequence: number, changes: readonly MemoryChange[]): void
  /**
   * What comes to mind: of each kind at most `limit`, best first, by meaning where the memory has an embedder, by words, by
   * likeness of the circumstances and by recency together. Equal memories bring up the same for the same cue.
   */
  recall(cue: Cue, limit: number): Promise<Recollection>
  /** All versions of all skills, retired ones included, by name, oldest first. */
  skillVersions(): readonly Skill[]
  close(): void
}

/** What memories are looked up for. */
export interface Cue {
  /** The task or question, in words. */
  readonly text: string
  /** Where the agent is; null to leave that out. */
  readonly circumstances: Circumstances | null
  /** Now. */
  readonly tick: number
}

/** What happened: one entry per step. */
export interface EpisodicMemory {
  count(): number
  /** The episodes that fit the query best, best first. */
  search(query: string, limit: number): readonly Episode[]
  /** Newest first. */
  recent(limit: number): readonly Episode[]
  find(id: string): Episode | null
  /** Messages that were sent or received, newest first. */
  messages(limit: number): readonly Message[]
  /** How many messages are remembered. */
  messageCount(): number
}

/** What is held true, with where it came from; refuted beliefs included. */
export interface SemanticMemory {
  /** All beliefs, oldest first. */
  all(): readonly Belief[]
  /** How many beliefs there ever were, forgotten ones included: ids count on from it. */
  issued(): number
  search(query: string, limit: number): readonly Belief[]
}

/** The tasks that were taken up, oldest first. */
export interface TaskMemory {
  /** The open task, if there is one. */
  current(): Task | null
  all(): readonly Task[]
}

/** Skills that proved themselves. */
export interface SkillLibrary {
  /** Of each skill the newest version that is not retired, by name. */
  usable(): readonly Skill[]
  /** The version asked for, or the newest; null when there is none. Retired ones included. */
  find(name: string, version?: number): Skill | null
  /** Usable skills whose description fits the query best, best first. */
  search(query: string, limit: number): readonly Skill[]
  /** Usable skills whose postcondition has the goal's form and whose parameters can be bound to reach it. */
  reaching(goal: Goal): readonly Skill[]
}
