import type { SkillLibrary } from '../../../core/memory.ts'
import { type FoundSkill, findSkill } from '../find-skill.ts'
import { haveGoal } from '../goal-kind.ts'
import { type Kind, obtainName } from '../kind.ts'
import type { Plan } from '../plan.ts'
import type { Situation } from '../situation.ts'
import { storesFor } from './chest-lines.ts'
import { obtainBody } from './obtain-body.ts'
import { HELD, indented, type Pen, type SeedName } from './pen.ts'
import { promisedFor } from './taking-lines.ts'

/** What written code is built on. */
export interface WritingBasis {
  readonly costs: Plan['costs']
  readonly situation: Situation
  /** Items that the plans take out of chests. */
  readonly taken: ReadonlySet<string>
  readonly library: SkillLibrary
  /** Names of library skills that the code must not call. */
  readonly excluded: ReadonlySet<string>
  /** Source of each seed skill, for libraries that lack it. */
  readonly seeds: Readonly<Record<SeedName, string>>
  readonly turn: number
}

/**
 * Collects what a function needs while its body is being written: calls of library skills where there are fitting ones,
 * and functions of its own for the rest.
 */
export class SkillWriter implements Pen {
  readonly #basis: WritingBasis
  readonly #calls = new Set<string>()
  readonly #relies = new Set<string>()
  readonly #declarations = new Set<string>()
  readonly #helpers = new Map<string, readonly string[]>()

  constructor(basis: WritingBasis) {
    this.#basis = basis
  }

  get costs(): WritingBasis['costs'] {
    return this.#basis.costs
  }

  get situation(): Situation {
    return this.#basis.situation
  }

  get taken(): ReadonlySet<string> {
    return this.#basis.taken
  }

  get turn(): number {
    return this.#basis.turn
  }

  /** Names of the library skills that the code calls. */
  get calls(): readonly string[] {
    return [...this.#calls].sort()
  }

  get relies(): readonly string[] {
    return [...this.#relies].sort()
  }

  obtain(kind: Kind, count: string): string {
    const isReady = promisedFor(kind, this).length + storesFor(kind, this).length > 0
    const found = isReady ? null : this.#inLibrary(kind)
    if (found !== null) {
      this.#calls.add(found.skill.name)
      return `await ${found.skill.name}(bot, ${argumentText(found, count)})`
    }
    const name = obtainName(kind)
    this.#help(name, () => [`async function ${name}(bot, count) {`, ...indented(obtainBody(kind, this)), '}'])
    return `await ${name}(bot, ${count})`
  }

  seed(name: SeedName): string {
    if (this.#basis.library.usable().some((skill) => skill.name === name)) this.#calls.add(name)
    else {
      this.#help(name, () => this.#basis.seeds[name].trimEnd().split('\n'))
      for (const other of SEED_CALLS[name] ?? []) this.seed(other)
    }
    return name
  }

  declare(statement: string): void {
    this.#declarations.add(statement)
  }

  relyOn(keys: readonly string[]): void {
    for (const key of keys) this.#relies.add(key)
  }

  /** The whole function, with the functions that it needs inside it. */
  write(head: string, body: (pen: Pen) => readonly string[]): string {
    const lines = body(this)
    const helpers = [...this.#helpers.values()].flatMap((helper) => ['', ...indented(helper)])
    const counting = [...lines, ...helpers].some((line) => line.includes('held')) ? indented(HELD) : []
    const declarations = indented([...this.#declarations])
    return [`${head} {`, ...counting, ...declarations, ...indented(lines), ...helpers, '}', ''].join('\n')
  }

  #inLibrary(kind: Kind): FoundSkill | null {
    return findSkill(this.#basis.library, haveGoal(kind, 1), this.#basis.excluded)
  }

  /** A helper that needs itself is written once: it is entered before its body is. */
  #help(name: string, write: () => readonly string[]): void {
    if (this.#helpers.has(name)) return
    this.#helpers.set(name, [])
    this.#helpers.set(name, write())
  }
}

/** Seed skills that others of them call. */
const SEED_CALLS: Readonly<Partial<Record<SeedName, readonly SeedName[]>>> = {
  layInChest: ['chestNearby'],
  chestNearby: ['placeNearby'],
}

/** Arguments of a call with the count as code in place of the number that it was matched with. */
function argumentText({ skill, arguments: values }: FoundSkill, count: string): string {
  return skill.parameters
    .map((parameter, index) => (parameter.type === 'count' ? count : JSON.stringify(values[index] ?? null)))
    .join(', ')
}
