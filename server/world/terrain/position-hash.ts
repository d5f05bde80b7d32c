/** A number in [0, 1) for a place, the same on every machine: cheap randomness that needs no order of drawing. */
export type PositionHash = (x: number, z: number, salt: number) => number

/** A hash that differs from seed to seed. Different salts give independent numbers for the same place. */
export function createPositionHash(seed: number): PositionHash {
  return (x, z, salt) => {
    let hash = Math.imul(seed ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b)
    hash = mix(hash ^ Math.imul(x, 0x27d4eb2f))
    hash = mix(hash ^ Math.imul(z, 0x165667b1))
    return (hash >>> 0) / 0x1_0000_0000
  }
}

/** The finalizer of MurmurHash3: 32 bits that tell nothing of how the values that gave them lie together. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
