import type { Message } from '../core/message.ts'
import type { RunEvent } from '../core/run-event.ts'

export type Withholding = Extract<RunEvent, { type: 'message-withheld' }>['reason']

/** Messages of one's own accord, and answers to any one asker, within `WINDOW` ticks. */
const MOST_MESSAGES = 20
const WINDOW = 200
/** The same is not said again to the same within that many ticks. */
const REPETITION = 600
/** An answer that comes later than that many ticks after the question helps nobody. */
const STALE = 1200

/**
 * Keeps an agent from talking in circles: no repetitions, no more than it can be heard out on, no end of a conversation that
 * does not come, no answers to what is long past, no echoes.
 */
export class SpeechGuard {
  readonly #longest: number
  readonly #said = new Map<string, number>()
  readonly #recent = new Map<string, number[]>()

  /** @param longest turns of a conversation */
  constructor(longest: number) {
    this.#longest = longest
  }

  /**
   * Why the message must not be sent; null when it may.
   *
   * @param answered what it answers, where it answers something
   */
  objection(message: Message, answered: Message | null): Withholding | null {
    const { tick } = message
    if (message.turn >= this.#longest) return 'conversation-too-long'
    if (answered !== null && tick - answered.tick > STALE) return 'stale'
    if (answered !== null && isEcho(message, answered)) return 'echo'
    const last = this.#said.get(contentOf(message))
    if (last !== undefined && tick - last < REPETITION) return 'repeated'
    return this.#recentOf(message).length >= MOST_MESSAGES ? 'too-many' : null
  }

  /** Counts a message that is sent. */
  note(message: Message): void {
    this.#said.set(contentOf(message), message.tick)
    this.#recent.set(laneOf(message), [...this.#recentOf(message), message.tick])
    for (const [content, tick] of this.#said) {
      if (message.tick - tick >= REPETITION) this.#said.delete(content)
    }
  }

  #recentOf(message: Message): number[] {
    return (this.#recent.get(laneOf(message)) ?? []).filter((tick) => message.tick - tick < WINDOW)
  }
}

/** Answers count per asker, so that nobody who asks much keeps others from being answered. */
function laneOf({ replyTo, to }: Message): string {
  return replyTo === null ? 'own accord' : `answers to ${to[0]}`
}

function contentOf({ act, to, text, about, claims, replyTo }: Message): string {
  return JSON.stringify([act, to, text, about, claims, replyTo])
}

function isEcho(message: Message, answered: Message): boolean {
  return message.act === answered.act && message.text === answered.text
}
