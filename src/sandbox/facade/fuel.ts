/** Counts what skill code spends. Once it is used up every woven place throws, so that nothing can swallow the end. */
export interface Fuel {
  /** One loop turn or call; asynchronous calls cost more. */
  burn(cost?: number): void
  /** Called first thing in every catch clause. */
  caught(error: unknown): void
  /** A dearer operation, such as a read of the world. */
  spend(amount: number): void
  used(): number
  /** The error that ended the run, with the place where fuel ran out; null while there is some left. */
  exhaustion(): Error | null
  /** Whether the stack overflowed, the depth of which no seed determines. */
  overflowed(): boolean
  noteOverflow(error: unknown): void
}

export function createFuel(limit: number): Fuel {
  let left = limit
  let exhaustion: Error | null = null
  let overflowed = false

  const fail = (): never => {
    left = -1
    exhaustion ??= new Error(
      `The code used up its fuel of ${limit} loop turns and calls. ` +
        'Look for a loop that never ends, or do less in one skill.',
    )
    throw exhaustion
  }
  const noteOverflow = (error: unknown): void => {
    if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') overflowed = true
  }
  return {
    burn: (cost = 1) => {
      left -= cost
      if (left < 0) fail()
    },
    caught: (error) => {
      noteOverflow(error)
      if (--left < 0) fail()
    },
    spend: (amount) => {
      left -= amount
      if (left < 0) fail()
    },
    used: () => limit - Math.max(0, left),
    exhaustion: () => exhaustion,
    overflowed: () => overflowed,
    noteOverflow,
  }
}
