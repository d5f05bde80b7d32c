import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Task } from '../core/desire.ts'
import type { KnowledgeBook } from '../core/knowledge.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Message } from '../core/message.ts'
import type { Percept } from '../core/percept.ts'
import type { Skill } from '../core/skill.ts'
import { type BeliefBase, foldBeliefs, isKnowHow } from '../mind/belief-base.ts'
import { type Doubt, reviseBeliefs } from '../mind/revise.ts'
import { DraftLibrary } from './draft-library.ts'
import type { Mind } from './mind.ts'

/**
 * What a step has come to believe and decided so far. Nothing of it counts until it is committed; a step that fails
 * leaves the agent as it was.
 */
export class StepDraft {
  readonly #mind: Mind
  readonly #beliefs: Map<string, Belief>
  readonly #tasks: Map<string, Task>
  readonly #changes: MemoryChange[] = []
  #lastBelief: number
  /** The skill library with this step's changes. */
  readonly skills: DraftLibrary
  #percept: Percept
  #base: BeliefBase | null = null

  constructor(mind: Mind, percept: Percept) {
    this.#mind = mind
    this.#percept = percept
    this.skills = new DraftLibrary(mind.memory.skills)
    this.#beliefs = new Map(mind.memory.facts.all().map((belief) => [belief.id, belief]))
    this.#lastBelief = this.#beliefs.size
    this.#tasks = new Map(mind.memory.tasks.all().map((task) => [task.id, task]))
  }

  get percept(): Percept {
    return this.#percept
  }

  get changes(): readonly MemoryChange[] {
    return this.#changes
  }

  /** The mind as it is in this step. */
  view(): MindView {
    const { knowledge, beliefs } = this.#beliefBase()
    return {
      agent: this.#mind.agent,
      percept: this.#percept,
      beliefs,
      knowledge,
      skills: this.skills,
      tasks: [...this.#tasks.values()],
      teammates: this.#mind.teammates,
    }
  }

  /** What goes with an attempt as the agent's recipe book. */
  knowledgeBook(): KnowledgeBook {
    return this.#beliefBase().knowledgeBook()
  }

  sense(percept: Percept): void {
    this.#percept = percept
  }

  /**
   * Folds what was seen, told or inferred into the beliefs.
   * @returns whether any belief about how the world works changed
   */
  learn(drafts: readonly BeliefDraft[], doubts: readonly Doubt[] = []): boolean {
    const base = this.#beliefBase()
    const changes = reviseBeliefs({
      beliefs: base.beliefs,
      innateClaim: (key) => this.#mind.innate.index.byKey.get(key) ?? null,
      drafts,
      doubts,
      tick: this.#percept.tick,
      nextId: () => `${this.#mind.agent}-belief-${++this.#lastBelief}`,
    })
    for (const change of changes) {
      this.#beliefs.set(change.belief.id, change.belief)
      this.#changes.push(change)
    }
    if (changes.length > 0) this.#base = null
    return changes.some(({ belief }) => belief.claim !== null && isKnowHow(belief.claim))
  }

  setTask(task: Task): void {
    this.#tasks.set(task.id, task)
    this.#changes.push({ type: 'task-set', task })
  }

  setSkill(skill: Skill): void {
    this.skills.set(skill)
    this.#changes.push({ type: 'skill-set', skill })
  }

  note(message: Message): void {
    this.#changes.push({ type: 'message-noted', message })
  }

  add(change: MemoryChange): void {
    this.#changes.push(change)
  }

  #beliefBase(): BeliefBase {
    this.#base ??= foldBeliefs(this.#mind.innate, [...this.#beliefs.values()])
    return this.#base
  }
}
