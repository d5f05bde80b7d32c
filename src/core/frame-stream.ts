import type { Duplex } from 'node:stream'

/** Gets whole packets, each with its length before it. Says whether it takes them; who does not gets them as bytes. */
export type FrameTaker = (frames: readonly Buffer[]) => boolean

/**
 * An end of a connection inside the process, over which packets can go whole: as the very bytes that were written, one piece
 * for each packet, so that nobody has to join them, to cut them again or to read one twice that goes to several clients.
 */
export interface FrameStream extends Duplex {
  /** Writes packets, each with its length before it. They arrive in one piece of work, behind all that was written before. */
  writeFrames(frames: readonly Buffer[]): void
  /** Hands over what has arrived from the other end. */
  receiveFrames(frames: readonly Buffer[]): void
  /** Null for who reads bytes. */
  takeFrames: FrameTaker | null
}

export function isFrameStream(stream: object): stream is FrameStream {
  return 'writeFrames' in stream && 'receiveFrames' in stream && 'takeFrames' in stream
}

/** Writes packets in the way that the stream knows: whole, or as bytes. */
export function writeFrames(stream: Duplex, frames: readonly Buffer[]): void {
  if (isFrameStream(stream)) stream.writeFrames(frames)
  else stream.write(joinFrames(frames))
}

/** The bytes of all packets. */
export function joinFrames(frames: readonly Buffer[]): Buffer {
  const [first] = frames
  return frames.length === 1 && first !== undefined ? first : Buffer.concat(frames)
}

/** Bytes of the length before a packet. */
export function lengthBytes(frame: Buffer): number {
  let size = 1
  while (((frame[size - 1] ?? 0) & 128) !== 0) size += 1
  return size
}
