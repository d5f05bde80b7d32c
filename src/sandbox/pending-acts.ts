import { errorMessage } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import type { SkillHost } from '../core/sandbox.ts'
import type { ActCompletion } from './messages.ts'

export interface CompletedAct {
  readonly act: number
  readonly completion: ActCompletion
}

/** The acts of one run: those under way in the body, and those that ended and have not been told yet, in order. */
export class PendingActs {
  readonly #host: SkillHost
  readonly #onCompletion: () => void
  readonly #abort = new AbortController()
  readonly #running = new Map<number, Promise<void>>()
  readonly #completed: CompletedAct[] = []

  constructor(host: SkillHost, onCompletion: () => void) {
    this.#host = host
    this.#onCompletion = onCompletion
  }

  get runningCount(): number {
    return this.#running.size
  }

  get aborted(): boolean {
    return this.#abort.signal.aborted
  }

  isRunning(act: number): boolean {
    return this.#running.has(act)
  }

  begin(act: number, method: string, parameters: readonly Json[]): void {
    const done = this.#host.act(method, parameters, this.#abort.signal).then(
      (result) => this.#complete({ act, completion: { type: 'result', result } }),
      (error: unknown) =>
        this.#complete({ act, completion: { type: 'error', message: errorMessage(error) } }),
    )
    this.#running.set(act, done)
  }

  /** Removes and returns the act that ended first; null when none is left to tell of. */
  next(): CompletedAct | null {
    return this.#completed.shift() ?? null
  }

  abort(): void {
    this.#abort.abort()
  }

  async allEnded(): Promise<void> {
    await Promise.all(this.#running.values())
  }

  #complete(completed: CompletedAct): void {
    this.#running.delete(completed.act)
    this.#completed.push(completed)
    this.#onCompletion()
  }
}
