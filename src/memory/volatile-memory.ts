import type { Belief } from '../core/belief.ts'
import type { Recollection } from '../core/brain.ts'
import type { Task } from '../core/desire.ts'
import type { Episode } from '../core/episode.ts'
import type { AgentMemory, Cue, EpisodicMemory, SemanticMemory, TaskMemory } from '../core/memory.ts'
import { type MemoryChange, memoryChangeSchema } from '../core/memory-change.ts'
import type { Message } from '../core/message.ts'
import type { Skill } from '../core/skill.ts'
import { applyChange } from './apply-change.ts'
import { searchByKeywords } from './keyword-search.ts'
import { type Meaning, Recall } from './recall/recall.ts'
import { VolatileVectors } from './vector-cache.ts'
import { VolatileSkills } from './volatile-skills.ts'

/** A memory that is gone with the process: for tests, and for trials that nobody wants to remember. */
export class VolatileMemory implements AgentMemory {
  readonly episodes = new VolatileEpisodes()
  readonly facts = new VolatileFacts()
  readonly skills = new VolatileSkills()
  readonly tasks = new VolatileTasks()
  readonly #recall: Recall
  #sequence = -1

  /** @param meaning compares memories by meaning; without it they are found by words */
  constructor(meaning: Meaning | null = null) {
    this.#recall = new Recall(this, new VolatileVectors(), meaning)
  }

  sequence(): number {
    return this.#sequence
  }

  apply(sequence: number, changes: readonly MemoryChange[]): void {
    if (sequence <= this.#sequence) return
    const checked = changes.map((change) => memoryChangeSchema.parse(change))
    for (const change of checked) applyChange(change, this)
    this.#recall.follow(checked)
    this.#sequence = sequence
  }

  recall(cue: Cue, limit: number): Promise<Recollection> {
    return this.#recall.recall(cue, limit)
  }

  skillVersions(): readonly Skill[] {
    return this.skills.all()
  }

  close(): void {}
}

class VolatileEpisodes implements EpisodicMemory {
  readonly #episodes = new Map<string, Episode>()
  readonly #messages = new Map<string, Message>()

  count(): number {
    return this.#episodes.size
  }

  search(query: string, limit: number): readonly Episode[] {
    const found = searchByKeywords(this.#newestFirst(), (episode) => [episode.task, episode.summary], query)
    return found.slice(0, limit)
  }

  outlines(): readonly Episode[] {
    return [...this.#episodes.values()]
  }

  find(id: string): Episode | null {
    return this.#episodes.get(id) ?? null
  }

  recent(limit: number): readonly Episode[] {
    return this.#newestFirst().slice(0, limit)
  }

  messages(limit: number): readonly Message[] {
    return [...this.#messages.values()].reverse().slice(0, limit)
  }

  messageCount(): number {
    return this.#messages.size
  }

  add(episode: Episode): void {
    if (!this.#episodes.has(episode.id)) this.#episodes.set(episode.id, episode)
  }

  set(episode: Episode): void {
    this.#episodes.set(episode.id, episode)
  }

  forget(id: string): void {
    this.#episodes.delete(id)
  }

  note(message: Message): void {
    if (!this.#messages.has(message.id)) this.#messages.set(message.id, message)
  }

  forgetMessage(id: string): void {
    this.#messages.delete(id)
  }

  #newestFirst(): Episode[] {
    return [...this.#episodes.values()].reverse()
  }
}

class VolatileFacts implements SemanticMemory {
  readonly #beliefs = new Map<string, Belief>()
  #issued = 0

  all(): readonly Belief[] {
    return [...this.#beliefs.values()]
  }

  search(query: string, limit: number): readonly Belief[] {
    const newestFirst = [...this.#beliefs.values()].reverse()
    return searchByKeywords(newestFirst, (belief) => [belief.sentence], query).slice(0, limit)
  }

  find(id: string): Belief | null {
    return this.#beliefs.get(id) ?? null
  }

  issued(): number {
    return this.#issued
  }

  set(belief: Belief): void {
    if (!this.#beliefs.has(belief.id)) this.#issued++
    this.#beliefs.set(belief.id, belief)
  }

  forget(id: string): void {
    this.#beliefs.delete(id)
  }
}

class VolatileTasks implements TaskMemory {
  readonly #tasks = new Map<string, Task>()

  current(): Task | null {
    return this.all().findLast((task) => task.status === 'open') ?? null
  }

  all(): readonly Task[] {
    return [...this.#tasks.values()]
  }

  set(task: Task): void {
    this.#tasks.set(task.id, task)
  }
}
