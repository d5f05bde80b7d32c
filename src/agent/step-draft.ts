import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Task } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Message } from '../core/message.ts'
import type { Percept } from '../core/percept.ts'
import type { Skill } from '../core/skill.ts'
import { changesKnowHow } from '../mind/changes-know-how.ts'
import { createKnowledge } from '../mind/create-knowledge.ts'
import { revise } from '../mind/revise.ts'
import { NO_REVISION, REVISION_RULES } from '../mind/revision-rules.ts'
import type { Acquaintances } from './acquaintances.ts'
import { DraftLibrary } from './draft-library.ts'
import type { Mind } from './mind.ts'
import { seedsOnly } from './seeds-only.ts'

/** Whose thoughts a draft holds. */
interface Thinker {
  readonly mind: Mind
  readonly acquaintances: Acquaintances
}

/**
 * What a step has come to believe and decided so far. Nothing of it counts until it is committed; a step that fails
 * leaves the agent as it was.
 */
export class StepDraft {
  readonly #mind: Mind
  readonly #acquaintances: Acquaintances
  readonly #beliefs: Map<string, Belief>
  readonly #tasks: Map<string, Task>
  readonly #changes: MemoryChange[] = []
  /** The skill library with this step's changes. */
  readonly skills: DraftLibrary
  /** What was perceived when the step began. */
  readonly start: Percept
  #percept: Percept
  #aim: Goal | null | undefined
  #issued: number
  #knowledge: Knowledge | null = null

  constructor({ mind, acquaintances }: Thinker, percept: Percept) {
    this.#mind = mind
    this.#acquaintances = acquaintances
    this.start = percept
    this.#percept = percept
    // An own goal stays the agent's aim when it is reached: what that takes is not given away.
    if (mind.together === undefined) this.#aim = mind.goal
    this.#issued = mind.memory.facts.issued()
    const { skills } = mind.memory
    this.skills = new DraftLibrary(mind.faculties.proceduralMemory ? skills : seedsOnly(skills))
    this.#beliefs = new Map(mind.memory.facts.all().map((belief) => [belief.id, belief]))
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
    const beliefs = [...this.#beliefs.values()]
    this.#knowledge ??= createKnowledge(this.#mind.innate, beliefs, this.#percept.tick)
    return {
      agent: this.#mind.agent,
      percept: this.#percept,
      beliefs,
      knowledge: this.#knowledge,
      skills: this.skills,
      tasks: [...this.#tasks.values()],
      teammates: this.#mind.teammates,
      ...(!this.#mind.faculties.talk && { isMute: true }),
      ...(this.#aim !== undefined && { aim: this.#aim }),
      partners: this.#acquaintances.models({ beliefs, percept: this.#percept }),
      perspective: null,
    }
  }

  /** Sets what the agent itself is to reach now. */
  setAim(aim: Goal | null): void {
    this.#aim = aim
  }

  sense(percept: Percept): void {
    this.#percept = percept
  }

  /**
   * Folds what was seen, told or inferred into the beliefs.
   * @returns whether anything that is held true about how the world works changed, or a partner offers items
   */
  learn(drafts: readonly BeliefDraft[]): boolean {
    const { agent, innate, faculties } = this.#mind
    const beliefs = [...this.#beliefs.values()]
    const occasion = { tick: this.#percept.tick, agent, innate, issued: this.#issued }
    const changed = revise(beliefs, drafts, occasion, faculties.revision ? REVISION_RULES : NO_REVISION)
    for (const belief of changed) {
      if (!this.#beliefs.has(belief.id)) this.#issued++
      this.#beliefs.set(belief.id, belief)
      this.#changes.push({ type: 'belief-set', belief })
    }
    if (changed.length > 0) this.#knowledge = null
    const isOffered = changed.some(({ claim }) => claim?.type === 'spares' && claim.count > 0)
    return isOffered || changesKnowHow(beliefs, changed, innate)
  }

  /** Puts a belief in the place of the one with its id. */
  revisit(belief: Belief): void {
    this.#beliefs.set(belief.id, belief)
    this.#changes.push({ type: 'belief-set', belief })
    this.#knowledge = null
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

  /** Takes a belief away, also one of this step. */
  drop(id: string): void {
    this.#beliefs.delete(id)
    this.#knowledge = null
    this.#changes.push({ type: 'belief-forgotten', id })
  }

  /** Takes a memory away, unless this step has changed it: then it is in use. */
  forget(change: MemoryChange): void {
    if (change.type === 'belief-forgotten') {
      if (this.#hasSet(change.id)) return
      this.drop(change.id)
      return
    }
    this.#changes.push(change)
  }

  #hasSet(id: string): boolean {
    return this.#changes.some((change) => change.type === 'belief-set' && change.belief.id === id)
  }

  add(change: MemoryChange): void {
    this.#changes.push(change)
  }
}
