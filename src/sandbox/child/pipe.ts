import { readSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { ChildMessage, SupervisorMessage } from '../messages.ts'

/** The one way in and out of a skill process: lines of JSON on a descriptor that is read and written blocking. */
export interface Pipe {
  /** Blocks until the next message. Ends the process when the supervisor is gone. */
  read(): SupervisorMessage
  write(message: ChildMessage): void
}

const CHUNK_BYTES = 65_536

export function openPipe(descriptor: number): Pipe {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const decoder = new StringDecoder('utf8')
  let pending = ''

  const readLine = (): string => {
    let end = pending.indexOf('\n')
    while (end < 0) end = fill()
    const line = pending.slice(0, end)
    pending = pending.slice(end + 1)
    return line
  }

  const fill = (): number => {
    const searchFrom = pending.length
    const length = readSync(descriptor, chunk, 0, CHUNK_BYTES, null)
    if (length === 0) process.exit(0)
    pending += decoder.write(chunk.subarray(0, length))
    return pending.indexOf('\n', searchFrom)
  }

  return {
    read: () => JSON.parse(readLine()) as SupervisorMessage,
    write: (message) => writeAll(descriptor, `${JSON.stringify(message)}\n`),
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}
