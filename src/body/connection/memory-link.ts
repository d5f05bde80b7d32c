import type { Duplex } from 'node:stream'
import { isFrameStream } from '../../core/frame-stream.ts'
import type { ActivityCounter } from '../virtual-clock.ts'

/** Connects bots to a game server in the same process, without a socket. */
export interface MemoryLink {
  /** The client's end of a new connection. */
  connect(): Duplex
  /** Has a virtual clock wait for the quiet of a connection; the returned function ends that. */
  watch(counter: ActivityCounter): () => void
}

/** Counts the chunks that pass through a stream in either direction. */
export function countActivity(stream: Duplex): ActivityCounter {
  let chunks = 0
  const { push, _write: write } = stream
  stream.push = (...values: Parameters<Duplex['push']>) => {
    chunks++
    return push.apply(stream, values)
  }
  stream._write = (...values: Parameters<Duplex['_write']>) => {
    chunks++
    write.apply(stream, values)
  }
  if (isFrameStream(stream)) {
    const { writeFrames, receiveFrames } = stream
    stream.writeFrames = (frames) => {
      chunks++
      writeFrames.call(stream, frames)
    }
    stream.receiveFrames = (frames) => {
      chunks++
      receiveFrames.call(stream, frames)
    }
  }
  return () => chunks
}
