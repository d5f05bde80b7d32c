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
  readonly #isArriving: (agent: AgentId) => boolean
  readonly #mailboxes = new Map<AgentId, QueueMailbox>()
  /** Senders and ids that each agent was given; kept when it leaves, so that a retry after it came back counts once. */
  readonly #delivered = new Map<AgentId, Set<string>>()

  /** @param isArriving whether a part of a message to the agent is there already; whoever waits then waits for the rest */
  constructor(clock: Clock, isArriving: (agent: AgentId) => boolean = () => false) {
    this.#clock = clock
    this.#isArriving = isArriving
  }

  join(agent: AgentId): Mailbox {
    return openMailbox(this.#mailboxes, agent, {
      clock: this.#clock,
      isArriving: () => this.#isArriving(agent),
    })
  }

  async send(message: Message): Promise<void> {
    const checked = checkMessage(message)
    for (const agent of new Set(checked.to)) this.deliver(agent, checked)
  }

  /** Delivers a checked message to one of its addressees, if it has joined, once. */
  deliver(agent: AgentId, message: Message): void {
    const mailbox = this.#mailboxes.get(agent)
    if (mailbox === undefined) return
    const delivered = this.#delivered.get(agent) ?? new Set()
    const key = `${message.from} ${message.id}`
    if (delivered.has(key)) return
    this.#delivered.set(agent, delivered.add(key))
    mailbox.deliver(message)
  }
}
