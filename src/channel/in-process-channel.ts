import type { AgentId } from '../core/agent-id.ts'
import type { Channel, Mailbox } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import type { Message } from '../core/message.ts'
import { checkMessage } from './check-message.ts'
import { openMailbox, type QueueMailbox } from './queue-mailbox.ts'

/**
 * Carries messages between agents of one process, at once: when `send` resolves, every joined addressee has the message.
 * An agent that joins later does not get what was sent before, unless it is sent again.
 */
export class InProcessChannel implements Channel {
  readonly #clock: Clock
  readonly #mailboxes = new Map<AgentId, QueueMailbox>()
  /** Ids that each agent was given; kept when it leaves, so that a retry after it came back counts once. */
  readonly #delivered = new Map<AgentId, Set<string>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  join(agent: AgentId): Mailbox {
    return openMailbox(this.#mailboxes, agent, this.#clock)
  }

  async send(message: Message): Promise<void> {
    const checked = checkMessage(message)
    for (const agent of new Set(checked.to)) this.#deliver(agent, checked)
  }

  #deliver(agent: AgentId, message: Message): void {
    const mailbox = this.#mailboxes.get(agent)
    if (mailbox === undefined) return
    const delivered = this.#delivered.get(agent) ?? new Set()
    if (delivered.has(message.id)) return
    this.#delivered.set(agent, delivered.add(message.id))
    mailbox.deliver(message)
  }
}
