import type { AttemptRequest, Body, BodyEvent } from '../../src/core/body.ts'
import { InfrastructureError } from '../../src/core/errors.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Percept } from '../../src/core/percept.ts'
import { exampleOutcome, examplePercept } from './examples.ts'

/** What running code does to the body; a promise makes it take its time. */
export type FakeAct = (
  body: FakeBody,
  request: AttemptRequest,
) => Partial<Outcome> | Promise<Partial<Outcome>>

/** A body without a game: a test says what its bot sees and what running code does. */
export class FakeBody implements Body {
  percept: Percept = examplePercept()
  /** Set to make the bot be out of the world. */
  absent = false
  readonly requests: AttemptRequest[] = []
  readonly #act: FakeAct

  constructor(act: FakeAct = () => ({})) {
    this.#act = act
  }

  async join(): Promise<void> {}

  async perceive(agent: string): Promise<Percept> {
    if (this.absent) throw new InfrastructureError('The bot is not in the world.')
    return { ...this.percept, agent }
  }

  async attempt(request: AttemptRequest): Promise<Outcome> {
    this.requests.push(request)
    return exampleOutcome(await this.#act(this, request))
  }

  async blockAt(): Promise<string | null> {
    return null
  }

  async say(): Promise<void> {}

  async whisper(): Promise<void> {}

  async leave(): Promise<void> {}

  onEvent(_listener: (event: BodyEvent) => void): () => void {
    return () => {}
  }

  async close(): Promise<void> {}
}
