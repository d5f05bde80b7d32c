import type { Message } from '../core/message.ts'

/** Messages kept per partner. */
const MOST_KEPT = 100

/**
 * The messages between an agent and others, oldest first: what pictures of partners are drawn from. It starts from what
 * memory holds and grows as the agent speaks and hears.
 */
export class Correspondence {
  readonly #agent: string
  readonly #byPartner = new Map<string, Message[]>()
  readonly #ids = new Set<string>()
  #messages: readonly Message[] | null = null

  constructor(agent: string, messages: readonly Message[] = []) {
    this.#agent = agent
    for (const message of messages) this.note(message)
  }

  /** Takes the message in, once. */
  note(message: Message): void {
    if (this.#ids.has(message.id)) return
    this.#ids.add(message.id)
    for (const partner of this.#partnersOf(message)) {
      const kept = this.#byPartner.get(partner) ?? []
      this.#byPartner.set(partner, [...kept, message].slice(-MOST_KEPT))
    }
    this.#messages = null
  }

  /** All that is kept, each message once; the same array until something is noted. */
  messages(): readonly Message[] {
    this.#messages ??= [...new Set([...this.#byPartner.values()].flat())].sort((a, b) => a.tick - b.tick)
    return this.#messages
  }

  /** Everybody who was spoken to or heard. */
  partners(): readonly string[] {
    return [...this.#byPartner.keys()]
  }

  with(partner: string): readonly Message[] {
    return this.#byPartner.get(partner) ?? []
  }

  #partnersOf({ from, to }: Message): readonly string[] {
    return from === this.#agent ? to : [from]
  }
}
