/** Longest packet of the protocol: three bytes of length, seven bits each. */
const LARGEST_PACKET = 2 ** 21 - 1
const LENGTH_BYTES = 3

/** The part of the protocol library that cuts a stream into packets. */
export interface Splitter {
  /** What has come of a packet that is not complete. */
  buffer: Buffer
  /** Set until the client has said what it wants: old clients ask for a server list in another form. */
  readonly recognizeLegacyPing: boolean
  push(packet: Buffer): boolean
  _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void
}

/**
 * Has a splitter of the protocol library cut packets without an error being thrown, and its stack captured, at the end of
 * each chunk, which is how the library finds out that there is no more. A length that no packet has is an error of the stream.
 *
 * @param take gets the packets; unless given, the splitter passes them on
 */
export function splitFrames(
  splitter: Splitter,
  take: (packet: Buffer) => void = (packet) => splitter.push(packet),
): void {
  const original = splitter._transform
  splitter._transform = (chunk, encoding, done) => {
    if (splitter.recognizeLegacyPing) {
      original.call(splitter, chunk, encoding, done)
      return
    }
    const bytes = splitter.buffer.length === 0 ? chunk : Buffer.concat([splitter.buffer, chunk])
    let offset = 0
    for (let frame = frameAt(bytes, 0); frame.end <= bytes.length; frame = frameAt(bytes, offset)) {
      if (frame.end < 0) {
        done(new Error(`Cannot read what came in: no packet is longer than ${LARGEST_PACKET} bytes.`))
        return
      }
      take(bytes.subarray(frame.start, frame.end))
      offset = frame.end
    }
    splitter.buffer = bytes.subarray(offset)
    done()
  }
}

/** Where the packet whose length is at the offset starts and ends: below zero for no length, infinity where more is to come. */
function frameAt(bytes: Buffer, offset: number): { readonly start: number; readonly end: number } {
  let length = 0
  for (let index = 0; index < LENGTH_BYTES; index++) {
    const byte = bytes[offset + index]
    if (byte === undefined) return { start: offset, end: Number.POSITIVE_INFINITY }
    length |= (byte & 127) << (7 * index)
    if (byte < 128) return { start: offset + index + 1, end: offset + index + 1 + length }
  }
  return { start: offset, end: -1 }
}
