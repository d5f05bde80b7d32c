import type { Message } from '../core/message.ts'
import type { Mind } from './mind.ts'

/** How long each addressee has the floor before the next one may speak, in ticks. */
const FLOOR_TICKS = 10

/** Questions whose answers are remembered. */
const MOST_REMEMBERED = 100

/**
 * Who may speak when several are spoken to: in the order in which the speaker named them, each after the time of those
 * before it, and only while nobody has answered. So one question gets one answer. Who knows nothing leaves the floor to the
 * next; only the last one says so.
 */
export class TurnOrder {
  readonly #mind: Mind
  readonly #answered = new Set<string>()

  constructor(mind: Mind) {
    this.#mind = mind
  }

  /** Notes an answer that the agent overheard. */
  hear({ replyTo }: Message): void {
    if (replyTo === null) return
    this.#answered.add(replyTo)
    const [oldest] = this.#answered
    if (this.#answered.size > MOST_REMEMBERED && oldest !== undefined) this.#answered.delete(oldest)
  }

  /** Resolves when it is the agent's turn to answer: false when somebody else has. */
  async waitFor(message: Message): Promise<boolean> {
    const { agent, clock, signal } = this.#mind
    const before = Math.max(0, message.to.indexOf(agent))
    if (before === 0) return true
    await clock.wait(before * FLOOR_TICKS, signal)
    return !this.#answered.has(message.id)
  }

  isLast({ to }: Message): boolean {
    return to.length <= 1 || to.at(-1) === this.#mind.agent
  }

  /** Who else was spoken to and so hears the answer. */
  readonly others = ({ to, reach }: Message): readonly string[] =>
    reach === 'name' ? [] : to.filter((name) => name !== this.#mind.agent)
}
