import { AsyncLocalStorage } from 'node:async_hooks'
import type { JournalEntry } from './journal.ts'
import type { ModelCall } from './model-call.ts'

/** A call of a language model, with what is no function of seed and input: how long it took, how often it was tried. */
export interface MadeCall {
  readonly call: ModelCall
  readonly wall: JournalEntry['wall']
}

/** A thought that was had, or that failed, and the calls that were made for it, in their order. */
export interface HadThought<T> {
  readonly outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
  readonly calls: readonly MadeCall[]
}

/**
 * Tells which model calls belong to which thought, also while an agent thinks several at once: replies of models come in
 * any order, and only a whole thought has its turn in the journal.
 */
export class CallLedger {
  readonly #thoughts = new AsyncLocalStorage<MadeCall[]>()

  /** Has the thought and keeps what is noted meanwhile. Never rejects. */
  async during<T>(thought: () => Promise<T>): Promise<HadThought<T>> {
    const calls: MadeCall[] = []
    try {
      return { outcome: { ok: true, value: await this.#thoughts.run(calls, thought) }, calls }
    } catch (error) {
      return { outcome: { ok: false, error }, calls }
    }
  }

  /** Adds a call to the thought that it was made in. What is no thought's is not kept. */
  readonly note = (made: MadeCall): void => {
    this.#thoughts.getStore()?.push(made)
  }
}
