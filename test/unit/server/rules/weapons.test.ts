import { describe, expect, it } from 'vitest'
import { scaledDamage } from '../../../../server/game/difficulty.ts'
import { drawPower } from '../../../../server/rules/bows.ts'
import { blastDamage } from '../../../../server/rules/explosion.ts'
import { chargeAfter, chargedDamage, weaponFacts } from '../../../../server/rules/weapons.ts'

describe('weaponFacts()', () => {
  it.each([
    [null, 1, 4],
    ['bread', 1, 4],
    ['wooden_sword', 4, 1.6],
    ['diamond_sword', 7, 1.6],
    ['stone_axe', 9, 0.8],
    ['iron_axe', 9, 0.9],
    ['golden_axe', 7, 1],
    ['iron_pickaxe', 4, 1.2],
    ['stone_shovel', 3.5, 1],
    ['iron_hoe', 1, 3],
    ['trident', 9, 1.1],
  ])('knows that %s takes %d half hearts %d times a second', (item, damage, speed) => {
    expect(weaponFacts(item)).toEqual({ damage, speed })
  })
})

describe('chargeAfter()', () => {
  it('is full after 12 ticks with a sword and after 4.5 with a hand', () => {
    expect(chargeAfter(11, 1.6)).toBeCloseTo(0.92)
    expect(chargeAfter(12, 1.6)).toBe(1)
    expect(chargeAfter(5, 4)).toBe(1)
    expect(chargeAfter(Number.POSITIVE_INFINITY, 1.6)).toBe(1)
  })

  it('makes a blow at once a fifth of a full one', () => {
    expect(chargedDamage(5, 0)).toBe(1)
    expect(chargedDamage(5, 0.5)).toBe(2)
    expect(chargedDamage(5, 1)).toBe(5)
  })
})

describe('scaledDamage()', () => {
  it('gives a zombie 2.5, 3 and 4.5 half hearts, and weak blows no more on easy', () => {
    expect(['easy', 'normal', 'hard'].map((level) => scaledDamage(level as 'easy', 3))).toEqual([2.5, 3, 4.5])
    expect(scaledDamage('easy', 1)).toBe(1)
    expect(scaledDamage('peaceful', 3)).toBe(0)
  })
})

describe('drawPower()', () => {
  it('grows to full strength in a second', () => {
    expect(drawPower(1)).toBeLessThan(0.1)
    expect(drawPower(10)).toBeCloseTo(1.25 / 3)
    expect(drawPower(20)).toBe(1)
    expect(drawPower(60)).toBe(1)
  })
})

describe('blastDamage()', () => {
  it('is 43 half hearts in the middle of a creeper and one at the edge', () => {
    expect(blastDamage(1, 3)).toBe(43)
    expect(blastDamage(0.5, 3)).toBe(16)
    expect(blastDamage(0, 3)).toBe(1)
  })
})
