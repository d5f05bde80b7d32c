import type { MindView } from '../core/brain.ts'
import type { Intent, PartnerModel } from '../core/partner.ts'
import { partnerModel } from '../mind/partner.ts'
import type { Correspondence } from './correspondence.ts'
import type { Mind } from './mind.ts'

/** What an agent's pictures of its partners are drawn from, apart from the messages. */
type Impressions = Pick<MindView, 'beliefs' | 'percept'>

/** An agent's pictures of its teammates and of others that it has talked with, drawn anew when something changed. */
export class Acquaintances {
  readonly #mind: Mind
  readonly #correspondence: Correspondence
  readonly #intents = new Map<string, Intent>()
  /** What each partner was last seen digging. */
  readonly #acts = new Map<string, string>()
  #drawn: { readonly basis: readonly unknown[]; readonly models: readonly PartnerModel[] } | null = null

  constructor(mind: Mind, correspondence: Correspondence) {
    this.#mind = mind
    this.#correspondence = correspondence
  }

  /** Without the faculty nobody is kept in mind. */
  models({ beliefs, percept }: Impressions): readonly PartnerModel[] {
    const { agent, faculties, limits, clock } = this.#mind
    if (!faculties.partnerModel) return []
    const messages = this.#correspondence.messages()
    const tick = clock.tick()
    const basis = [messages, percept, tick, this.#intents.size, beliefs.length, beliefs.at(-1)]
    if (this.#drawn?.basis.every((part, index) => part === basis[index])) return this.#drawn.models
    const evidence = { me: agent, tick, percept, beliefs, messages, patience: limits.answerTicks }
    const models = this.names().map((name) => ({
      ...partnerModel(name, evidence),
      intent: this.#intents.get(name) ?? null,
    }))
    this.#drawn = { basis, models }
    return models
  }

  /** Teammates first, then others that were heard or spoken to, in that order. */
  names(): readonly string[] {
    const { teammates } = this.#mind
    return [...teammates, ...this.#correspondence.partners().filter((name) => !teammates.includes(name))]
  }

  expect(partner: string, intent: Intent): void {
    this.#intents.set(partner, intent)
    this.#drawn = null
  }

  /** Whether the partner is seen at something else than before; from now on it is not new any more. */
  isNewAct(partner: string, block: string): boolean {
    const isNew = this.#acts.get(partner) !== block
    this.#acts.set(partner, block)
    return isNew
  }

  /** What the partner was last expected to take up. */
  expected(partner: string): Intent | null {
    return this.#intents.get(partner) ?? null
  }
}
