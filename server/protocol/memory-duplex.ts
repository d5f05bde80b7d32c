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

/** Bytes that an end takes before its owner reads them; more wait at the other end. */
const MOST_UNREAD = 1 << 22

type Done = (error?: Error | null) => void

class MemoryEnd extends Duplex {
  other: MemoryEnd | null = null
  /** Bytes on their way to the other end. */
  #underWay = 0
  /** Set while the other end is full: lets the next piece be written. */
  #resume: Done | null = null

  constructor() {
    super({ allowHalfOpen: false, highWaterMark: 1 << 24 })
  }

  override _read(): void {
    this.other?.goOn()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#underWay += chunk.length
    setImmediate(() => {
      this.#underWay -= chunk.length
      if (this.other !== null && !this.other.destroyed) this.other.push(chunk)
    })
    const unread = this.#underWay + (this.other?.readableLength ?? 0)
    if (unread <= MOST_UNREAD) done()
    else this.#resume = done
  }

  /** The other end has read what there was. */
  goOn(): void {
    const resume = this.#resume
    this.#resume = null
    resume?.()
  }

  override _final(done: Done): void {
    setImmediate(() => this.#endOther())
    done()
  }

  override _destroy(error: Error | null, done: Done): void {
    setImmediate(() => this.#endOther())
    done(error)
  }

  #endOther(): void {
    if (this.other !== null && !this.other.destroyed && !this.other.readableEnded) this.other.push(null)
  }
}
