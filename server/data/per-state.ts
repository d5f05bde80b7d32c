import type { GameRegistry } from './game-registry.ts'

/**
 * Makes a function that reckons what follows from a block state alone once for each state of each version, and then knows it:
 * what is asked many times in a tick costs two look-ups into arrays.
 *
 * @param reckon gives anything but undefined
 */
export function perState<Value>(
  reckon: (registry: GameRegistry, state: number) => Value,
): (registry: GameRegistry, state: number) => Value {
  const known = new WeakMap<GameRegistry, (Value | undefined)[]>()
  let registryOfValues: GameRegistry | null = null
  let values: (Value | undefined)[] = []
  return (registry, state) => {
    if (registry !== registryOfValues) {
      values = known.get(registry) ?? new Array<Value | undefined>(stateCount(registry))
      known.set(registry, values)
      registryOfValues = registry
    }
    const value = values[state]
    if (value !== undefined) return value
    const reckoned = reckon(registry, state)
    values[state] = reckoned
    return reckoned
  }
}

/** How many block states the version has; they are numbered from 0. */
export function stateCount({ blocks }: Pick<GameRegistry, 'blocks'>): number {
  return blocks.reduce((largest, kind) => Math.max(largest, kind.maxState), 0) + 1
}
