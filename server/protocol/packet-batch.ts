import type { Duplex } from 'node:stream'
import { writeFrames } from '../../src/core/frame-stream.ts'

/**
 * Collects the framed packets that go to one client, and writes them at once when the running piece of work, such as a tick
 * or the handling of what has just come in, is over: one system call instead of hundreds.
 */
export class PacketBatch {
  readonly #stream: Duplex
  #waiting: Buffer[] = []

  constructor(stream: Duplex) {
    this.#stream = stream
  }

  push(bytes: Buffer): void {
    if (this.#waiting.push(bytes) === 1) process.nextTick(() => this.flush())
  }

  /** Writes what waits now. */
  flush(): void {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    this.#waiting = []
    if (this.#stream.writable) writeFrames(this.#stream, waiting)
  }
}
