import type { AgentId } from './agent-id.ts'
import type { Message } from './message.ts'

/** How long people may take to answer a question, in ticks: a minute, since they have to type. */
export const PATIENCE_WITH_PEOPLE = 1200

/** Carries messages between the agents of a team. Order is kept per sender; a message id is delivered once. */
export interface Channel {
  /** Opens the agent's mailbox; throws when it is open already. */
  join(agent: AgentId): Mailbox
  /** Delivers to every addressee that has joined. Throws an InputError when the message is malformed. */
  send(message: Message): Promise<void>
}

/** What one agent has been sent and has not read. */
export interface Mailbox {
  /** Removes and returns all unread messages, oldest first. */
  drain(): readonly Message[]
  /**
   * Removes and returns the first message that matches, now or within `ticks`, or later where a part of a message has come
   * by then and the rest follows; null when none came in time. Rejects when the signal aborts. Two waiting callers never
   * get the same message.
   */
  waitFor(matches: (message: Message) => boolean, ticks: number, signal: AbortSignal): Promise<Message | null>
  /**
   * Calls the listener for each message at the moment it arrives, before it can be drained. The listener returns true
   * to take it out of the mailbox. This is how an agent answers questions while it is busy.
   */
  onArrival(listener: (message: Message) => boolean): () => void
  leave(): void
}
