import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A source of randomness that a seed determines. Nothing in Kithcraft calls `Math.random`. */
export interface Random {
  /** A number in [0, 1). */
  float(): number
  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number
  /** One of the values; throws when there are none. */
  pick<T>(values: readonly T[]): T
  /** A new source that depends only on this one's seed and the label, not on what was drawn so far. */
  fork(label: string): Random
}

/** A random source for the seed: the same seed gives the same numbers on every machine. */
export function createRandom(seed: number | string): Random {
  const generator = xoroshiro128plus(hashSeed(String(seed)))
  const float = () => uniformFloat64(generator)
  const below = (bound: number) => Math.floor(float() * bound)
  return {
    float,
    below,
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new RangeError('Cannot pick from an empty list.')
      return value
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}

/** FNV-1a over the UTF-16 units, as a signed 32-bit integer. */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
