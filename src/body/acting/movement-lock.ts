import { ActFailure } from './act-failure.ts'

/** Lets one act at a time move the bot. */
export class MovementLock {
  #holder: { readonly act: string; readonly controller: AbortController } | null = null

  /** Throws an ActFailure `busy` when another act moves the bot. */
  acquire(act: string): MovementGrip {
    if (this.#holder !== null) {
      throw new ActFailure(
        'busy',
        `"${act}" cannot start: "${this.#holder.act}" is still moving the bot. Await it first.`,
      )
    }
    const holder = { act, controller: new AbortController() }
    this.#holder = holder
    const release = () => {
      if (this.#holder === holder) this.#holder = null
    }
    return { signal: holder.controller.signal, release }
  }

  /** Ends the act that moves the bot, if there is one, as `interrupted`. */
  interrupt(): void {
    this.#holder?.controller.abort(new ActFailure('interrupted', `"${this.#holder.act}" was told to stop.`))
  }

  get isHeld(): boolean {
    return this.#holder !== null
  }
}

/** The right to move the bot. */
export interface MovementGrip {
  /** Aborted when the act is told to stop. */
  readonly signal: AbortSignal
  release(): void
}
