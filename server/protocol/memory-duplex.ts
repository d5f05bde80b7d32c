import { Duplex } from 'node:stream'

/**
 * The two ends of a connection that never leaves the process. Every chunk is delivered in a turn of its own: the
 * protocol library changes its parser between packets and would misread two packets that arrive as one.
 */
export function createDuplexPair(): readonly [Duplex, Duplex] {
  const left = new MemoryEnd()
  const right = new MemoryEnd()
  left.other = right
  right.other = left
  return [left, right]
}

class MemoryEnd extends Duplex {
  other: MemoryEnd | null = null

  constructor() {
    super({ allowHalfOpen: false, highWaterMark: 1 << 24 })
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    setImmediate(() => {
      if (this.other !== null && !this.other.destroyed) this.other.push(chunk)
    })
    done()
  }

  override _final(done: (error?: Error | null) => void): void {
    setImmediate(() => this.#endOther())
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    setImmediate(() => this.#endOther())
    done(error)
  }

  #endOther(): void {
    if (this.other !== null && !this.other.destroyed && !this.other.readableEnded) this.other.push(null)
  }
}
