import type { AgentId } from '../core/agent-id.ts'

/** Tells the agents of a team when all of them have ended their own work, so that nobody needs game time to pass any more. */
export class ClosingTime {
  readonly #atWork: Set<AgentId>
  readonly #closed = new AbortController()

  constructor(agents: readonly AgentId[]) {
    this.#atWork = new Set(agents)
  }

  /** Aborts when the last one has ended its work. */
  get signal(): AbortSignal {
    return this.#closed.signal
  }

  endWork(agent: AgentId): void {
    this.#atWork.delete(agent)
    if (this.#atWork.size === 0) this.#closed.abort(new Error('All agents have ended their work.'))
  }
}
