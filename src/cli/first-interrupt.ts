import type { CommandIo } from './command-io.ts'

/** The first Ctrl-C as a promise. */
export interface Interrupt {
  readonly promise: Promise<void>
  happened(): boolean
  stopListening(): void
}

/** Listens for Ctrl-C; the second one quits the process at once. */
export function firstInterrupt(io: CommandIo): Interrupt {
  const first = Promise.withResolvers<void>()
  let count = 0
  const stopListening = io.onInterrupt(() => {
    count++
    if (count === 1) first.resolve()
    else io.quit()
  })
  return { promise: first.promise, happened: () => count > 0, stopListening }
}
