import { describe, expect, it } from 'vitest'
import { isNight, skyDarkening } from '../../../../server/mobs/daylight.ts'

describe('skyDarkening()', () => {
  it('takes nothing at noon and eleven at midnight', () => {
    expect(skyDarkening(6000, 0, 0)).toBe(0)
    expect(skyDarkening(18_000, 0, 0)).toBe(11)
  })

  it('takes three at noon in rain and five in a thunderstorm', () => {
    expect(skyDarkening(6000, 1, 0)).toBe(3)
    expect(skyDarkening(6000, 1, 1)).toBe(5)
  })

  it('makes it dark enough for monsters under the open sky exactly at night', () => {
    for (let time = 0; time < 24_000; time += 7)
      expect(15 - skyDarkening(time, 0, 0) <= 7).toBe(isNight(time))
  })
})
