import type { JournalEntry } from '../core/journal.ts'

type Listener = (entry: JournalEntry) => void

/**
 * Who wants to know of new entries. Everyone sees all entries in order, also when a listener appends one itself: that one
 * is delivered after the one at hand. A listener that throws keeps neither the writer nor the others from going on; what
 * it threw surfaces as an uncaught error, since it is a bug.
 */
export class EntryListeners {
  readonly #listeners = new Set<{ readonly listener: Listener }>()
  readonly #pending: JournalEntry[] = []
  #delivering = false

  add(listener: Listener): () => void {
    const registration = { listener }
    this.#listeners.add(registration)
    return () => this.#listeners.delete(registration)
  }

  deliver(entry: JournalEntry): void {
    this.#pending.push(entry)
    if (this.#delivering) return
    this.#delivering = true
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) {
      for (const { listener } of [...this.#listeners]) callSafely(listener, next)
    }
    this.#delivering = false
  }
}

function callSafely(listener: Listener, entry: JournalEntry): void {
  try {
    listener(entry)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
