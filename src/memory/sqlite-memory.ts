import type { Recollection } from '../core/brain.ts'
import type { AgentMemory, Cue } from '../core/memory.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Skill } from '../core/skill.ts'
import { applyChange } from './apply-change.ts'
import { MemoryDatabase } from './memory-database.ts'
import { type Meaning, Recall } from './recall/recall.ts'
import { SqliteEpisodes } from './sqlite-episodes.ts'
import { SqliteFacts } from './sqlite-facts.ts'
import { SqliteSkills } from './sqlite-skills.ts'
import { SqliteTasks } from './sqlite-tasks.ts'
import { SqliteVectors } from './vector-cache.ts'

/**
 * What one agent remembers, in one SQLite file. The constructor creates the file when there is none, and throws an
 * InputError for a file that is damaged or not a memory, an InfrastructureError where the disk refuses.
 */
export class SqliteMemory implements AgentMemory {
  readonly episodes: SqliteEpisodes
  readonly facts: SqliteFacts
  readonly skills: SqliteSkills
  readonly tasks: SqliteTasks
  readonly #database: MemoryDatabase
  readonly #recall: Recall

  /** @param meaning compares memories by meaning; without it they are found by words */
  constructor(path: string, meaning: Meaning | null = null) {
    this.#database = new MemoryDatabase(path)
    this.episodes = new SqliteEpisodes(this.#database)
    this.facts = new SqliteFacts(this.#database)
    this.skills = new SqliteSkills(this.#database)
    this.tasks = new SqliteTasks(this.#database)
    this.#recall = new Recall(this, new SqliteVectors(this.#database), meaning)
  }

  sequence(): number {
    return this.#database.number('SELECT sequence FROM memory_state') ?? -1
  }

  apply(sequence: number, changes: readonly MemoryChange[]): void {
    if (sequence <= this.sequence()) return
    try {
      this.#database.transaction(() => {
        for (const change of changes) applyChange(change, this)
        this.#database.run('UPDATE memory_state SET sequence = ?', sequence)
      })
      this.#recall.follow(changes)
    } catch (error) {
      this.facts.forgetCache()
      this.skills.forgetCache()
      throw error
    }
  }

  recall(cue: Cue, limit: number): Promise<Recollection> {
    return this.#recall.recall(cue, limit)
  }

  skillVersions(): readonly Skill[] {
    return this.skills.all()
  }

  close(): void {
    this.#database.close()
  }
}
