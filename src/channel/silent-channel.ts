import type { AgentId } from '../core/agent-id.ts'
import type { Channel, Mailbox } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import type { Message } from '../core/message.ts'
import { checkMessage } from './check-message.ts'
import { openMailbox, type QueueMailbox } from './queue-mailbox.ts'

/**
 * A channel that loses everything: agents may speak, and nobody hears. It shows what a team is worth without talk. Who
 * waits for an answer waits as long as on a channel where nobody answers.
 */
export class SilentChannel implements Channel {
  readonly #clock: Clock
  readonly #mailboxes = new Map<AgentId, QueueMailbox>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  join(agent: AgentId): Mailbox {
    return openMailbox(this.#mailboxes, agent, { clock: this.#clock, isArriving: () => false })
  }

  async send(message: Message): Promise<void> {
    checkMessage(message)
  }
}
