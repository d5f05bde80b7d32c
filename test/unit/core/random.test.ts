import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, hashSeed } from '../../../src/core/random.ts'

const drawn = (seed: number | string, count = 5) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.float())
}

test('createRandom() gives the same numbers for a seed on every machine and in every version', () => {
  const random = createRandom(42)
  expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual(FROM_SEED_42)
})

test('createRandom() gives the same numbers for the same seed, and others for another one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(drawn(a)).toEqual(drawn(a))
      if (hashSeed(a) !== hashSeed(b)) expect(drawn(a)).not.toEqual(drawn(b))
    }),
  )
  expect(drawn(7)).toEqual(drawn('7'))
})

test('float() and below() stay within their bounds and reach all of them', () => {
  const random = createRandom('bounds')
  const seen = new Set<number>()
  for (let draw = 0; draw < 2000; draw++) {
    const value = random.float()
    expect(value >= 0 && value < 1).toBe(true)
    seen.add(random.below(10))
  }
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('pick() gives every value its turn, and throws for an empty list', () => {
  const random = createRandom(1)
  const picked = Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c']))
  expect([...new Set(picked)].sort()).toEqual(['a', 'b', 'c'])
  expect(() => random.pick([])).toThrow(RangeError)
})

test('fork() depends on the seed and the label alone, not on what was drawn before', () => {
  const fresh = createRandom('seed')
  const used = createRandom('seed')
  used.float()
  expect(used.fork('Ada').float()).toBe(fresh.fork('Ada').float())
  expect(fresh.fork('Ada').float()).not.toBe(fresh.fork('Ben').float())
  expect(fresh.fork('a').fork('b').float()).not.toBe(fresh.fork('b').fork('a').float())
})

test('hashSeed() is FNV-1a', () => {
  expect(hashSeed('') >>> 0).toBe(0x811c9dc5)
  expect(hashSeed('a') >>> 0).toBe(0xe40c292c)
  expect(hashSeed('foobar') >>> 0).toBe(0xbf9cf968)
})

const FROM_SEED_42 = [27, 949, 6]
