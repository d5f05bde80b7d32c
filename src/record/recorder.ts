import type { AgentId } from '../core/agent-id.ts'
import type { BodyEvent } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import type { Journal, JournalEntry } from '../core/journal.ts'
import type { RunEvent } from '../core/run-event.ts'

/** Writes what happens in a run to its journal, with the tick at which it happened. */
export class Recorder {
  readonly #journal: Journal
  readonly #clock: Pick<Clock, 'tick'>
  readonly #wall: () => JournalEntry['wall']

  /** @param wall what to note with each entry that is no function of seed and input, such as the time of day */
  constructor(journal: Journal, clock: Pick<Clock, 'tick'>, wall: () => JournalEntry['wall'] = () => ({})) {
    this.#journal = journal
    this.#clock = clock
    this.#wall = wall
  }

  /** Records an event of the team as a whole. */
  record(event: RunEvent): JournalEntry {
    return this.#append(event, null)
  }

  /** A function that records events of the agent, with what goes with them that is no function of seed and input. */
  of(agent: AgentId): (event: RunEvent, wall?: JournalEntry['wall']) => JournalEntry {
    return (event, wall) => this.#append(event, agent, wall)
  }

  /** Records what the body reports, for the agent that it is about. For `Body.onEvent`. */
  readonly recordBody = (event: BodyEvent): void => {
    this.#append({ type: 'body-reported', event }, 'agent' in event ? event.agent : null)
  }

  #append(event: RunEvent, agent: AgentId | null, wall: JournalEntry['wall'] = {}): JournalEntry {
    return this.#journal.append(event, agent, this.#clock.tick(), { ...this.#wall(), ...wall })
  }
}
