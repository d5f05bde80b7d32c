import type { AgentId } from '../core/agent-id.ts'
import type { Mailbox } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import { InputError } from '../core/errors.ts'
import type { Message } from '../core/message.ts'

export interface MailboxParts {
  readonly clock: Clock
  /** Whether a message is on its way in, of which a part is there already. */
  readonly isArriving: () => boolean
}

/** Who waits for what is on its way looks again after so many ticks. */
const LOOK_AGAIN = 10

/** Opens the agent's mailbox among those of its channel; it closes itself when the agent leaves. */
export function openMailbox(
  mailboxes: Map<AgentId, QueueMailbox>,
  agent: AgentId,
  parts: MailboxParts,
): Mailbox {
  if (mailboxes.has(agent)) {
    throw new InputError(
      `The agent "${agent}" has joined the channel already: leave first, or use another name.`,
    )
  }
  const mailbox = new QueueMailbox(parts, () => mailboxes.delete(agent))
  mailboxes.set(agent, mailbox)
  return mailbox
}

/**
 * Unread messages in the order of their arrival. An arriving message goes to the listeners, in the order in which they
 * were added, until one takes it; else to the first caller whose wait it ends; else it is kept. All waits end with null
 * when the agent leaves.
 */
export class QueueMailbox implements Mailbox {
  readonly #parts: MailboxParts
  readonly #onLeave: () => void
  readonly #unread: Message[] = []
  readonly #waiters = new Set<Waiter>()
  readonly #listeners = new Set<{ readonly listener: (message: Message) => boolean }>()
  #left = false

  constructor(parts: MailboxParts, onLeave: () => void) {
    this.#parts = parts
    this.#onLeave = onLeave
  }

  deliver(message: Message): void {
    for (const { listener } of [...this.#listeners]) {
      if (listener(message)) return
    }
    for (const waiter of this.#waiters) {
      if (accepts(waiter, message)) return
    }
    this.#unread.push(message)
  }

  drain(): readonly Message[] {
    return this.#unread.splice(0)
  }

  async waitFor(
    matches: (message: Message) => boolean,
    ticks: number,
    signal: AbortSignal,
  ): Promise<Message | null> {
    signal.throwIfAborted()
    const index = this.#unread.findIndex(matches)
    if (index >= 0) return this.#unread.splice(index, 1)[0] ?? null
    if (ticks <= 0 || this.#left) return null
    return await this.#arrival(matches, ticks, signal)
  }

  onArrival(listener: (message: Message) => boolean): () => void {
    const entry = { listener }
    this.#listeners.add(entry)
    return () => this.#listeners.delete(entry)
  }

  leave(): void {
    if (this.#left) return
    this.#left = true
    this.#onLeave()
    for (const waiter of this.#waiters) waiter.take(null)
    this.#listeners.clear()
  }

  #arrival(matches: Waiter['matches'], ticks: number, signal: AbortSignal): Promise<Message | null> {
    const { promise, resolve, reject } = Promise.withResolvers<Message | null>()
    const ended = new AbortController()
    const end = (settle: () => void) => {
      if (!this.#waiters.delete(waiter)) return
      signal.removeEventListener('abort', abort)
      ended.abort()
      settle()
    }
    const waiter: Waiter = {
      matches,
      take: (message) => end(() => resolve(message)),
      fail: (error) => end(() => reject(error)),
    }
    const abort = () => waiter.fail(signal.reason)
    this.#waiters.add(waiter)
    signal.addEventListener('abort', abort)
    this.#patience(ticks, ended.signal).then(() => waiter.take(null), waiter.fail)
    return promise
  }

  /** Nobody is cut short in the middle of a message. */
  async #patience(ticks: number, signal: AbortSignal): Promise<void> {
    const { clock, isArriving } = this.#parts
    await clock.wait(ticks, signal)
    while (isArriving()) await clock.wait(LOOK_AGAIN, signal)
  }
}

/** A caller of `waitFor`. Its first end counts, in the same turn in which it happens: no message is lost in between. */
interface Waiter {
  readonly matches: (message: Message) => boolean
  /** Null when the time is up or the agent has left. */
  take(message: Message | null): void
  fail(error: unknown): void
}

function accepts(waiter: Waiter, message: Message): boolean {
  try {
    if (!waiter.matches(message)) return false
    waiter.take(message)
    return true
  } catch (error) {
    waiter.fail(error)
    return false
  }
}
