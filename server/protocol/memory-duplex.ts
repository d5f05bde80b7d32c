import { Duplex } from 'node:stream'
import { type FrameStream, type FrameTaker, joinFrames } from '../../src/core/frame-stream.ts'

/**
 * The two ends of a connection that never leaves the process. Every chunk is delivered in a turn of its own: the
 * protocol library changes its parser between packets and would misread two packets that arrive as one.
 */
export function createDuplexPair(): readonly [FrameStream, FrameStream] {
  const left = new MemoryEnd()
  const right = new MemoryEnd()
  left.other = right
  right.other = left
  return [left, right]
}

/** Bytes that an end takes before its owner reads them; more wait at the other end. */
const MOST_UNREAD = 1 << 22

type Done = (error?: Error | null) => void

class MemoryEnd extends Duplex implements FrameStream {
  other: MemoryEnd | null = null
  takeFrames: FrameTaker | null = null
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
    if (this.#unread() <= MOST_UNREAD) done()
    else this.#resume = done
  }

  writeFrames(frames: readonly Buffer[]): void {
    const size = frames.reduce((sum, { length }) => sum + length, 0)
    const isOpen = this.writable && this.writableLength === 0 && this.writableCorked === 0
    if (!isOpen || this.#unread() + size > MOST_UNREAD) {
      this.write(joinFrames(frames))
      return
    }
    this.#underWay += size
    setImmediate(() => {
      this.#underWay -= size
      if (this.other !== null && !this.other.destroyed) this.other.receiveFrames(frames)
    })
  }

  receiveFrames(frames: readonly Buffer[]): void {
    const isRead = this.takeFrames !== null && this.readableFlowing === true && this.readableLength === 0
    if (!isRead || this.takeFrames?.(frames) !== true) this.push(joinFrames(frames))
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

  #unread(): number {
    return this.#underWay + (this.other?.readableLength ?? 0)
  }
}
