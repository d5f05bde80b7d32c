import { ActFailure } from './act-failure.ts'

/** Lets one act at a time move the bot. */
export class MovementLock {
  #holder: string | null = null

  /** Throws an ActFailure `busy` when another act moves the bot. The returned function gives the lock back. */
  acquire(act: string): () => void {
    if (this.#holder !== null) {
      throw new ActFailure(
        'busy',
        `"${act}" cannot start: "${this.#holder}" is still moving the bot. Await it first.`,
      )
    }
    this.#holder = act
    return () => {
      this.#holder = null
    }
  }

  get isHeld(): boolean {
    return this.#holder !== null
  }
}
