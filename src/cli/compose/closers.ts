/** Ends what was started, last first, each once, whatever happens on the way. */
export class Closers {
  readonly #closers: (() => void | Promise<void>)[] = []
  #closing: Promise<void> | null = null

  add(close: () => void | Promise<void>): void {
    this.#closers.push(close)
  }

  /** Rejects with the first error, after all have been tried. Calls after the first wait for the first. */
  closeAll(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const errors: unknown[] = []
    for (const close of this.#closers.reverse()) {
      try {
        await close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw errors[0]
  }
}
