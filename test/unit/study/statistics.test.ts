import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { bootstrap, meanOf } from '../../../src/study/statistics/bootstrap.ts'
import { wilsonInterval } from '../../../src/study/statistics/wilson.ts'

describe('wilsonInterval()', () => {
  it('agrees with published values', () => {
    // Newcombe, Stat. Med. 17 (1998), table I: 81 of 263, and 0 of 20.
    const many = wilsonInterval(81, 263)
    expect(many.low).toBeCloseTo(0.2553, 4)
    expect(many.high).toBeCloseTo(0.3662, 4)
    const none = wilsonInterval(0, 20)
    expect(none.low).toBe(0)
    expect(none.high).toBeCloseTo(0.1611, 4)
  })
})

describe('bootstrap()', () => {
  it('gives the same interval for the same samples and seed', () => {
    const samples = [3.17, 5.3, 4.71, 8.9, 1.23, 9.61, 4.02, 7.7, 2.9]
    const first = bootstrap(samples, meanOf, 'seed')
    expect(bootstrap(samples, meanOf, 'seed')).toEqual(first)
    expect(bootstrap(samples, meanOf, 'another')).not.toEqual(first)
  })

  it('covers the true mean in about 95 of 100 repetitions', () => {
    const random = createRandom('coverage')
    const repetitions = 200
    let covered = 0
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const samples = Array.from({ length: 30 }, () => random.float() * 10)
      const interval = bootstrap(samples, meanOf, String(repetition))
      if (interval !== null && interval.low <= 5 && 5 <= interval.high) covered++
    }
    expect(covered / repetitions).toBeGreaterThan(0.89)
    expect(covered / repetitions).toBeLessThan(0.99)
  })

  it('is null for no samples, and has no width for equal ones', () => {
    expect(bootstrap([], meanOf, 'seed')).toBeNull()
    expect(bootstrap([2, 2, 2], meanOf, 'seed')).toEqual({ value: 2, low: 2, high: 2 })
  })
})
