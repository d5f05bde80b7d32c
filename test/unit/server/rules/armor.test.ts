import { describe, expect, it } from 'vitest'
import { armorOf, damageAfterArmor } from '../../../../server/rules/armor.ts'

describe('damageAfterArmor()', () => {
  // Minecraft Wiki: Armor. A full set has 7, 15 and 20 points; toughness 0, 0 and 8, netherite 12.
  it.each([
    { damage: 10, points: 0, toughness: 0, left: 10 },
    { damage: 1, points: 7, toughness: 0, left: 1 * (1 - 6.5 / 25) },
    { damage: 10, points: 7, toughness: 0, left: 10 * (1 - 2 / 25) },
    { damage: 5, points: 15, toughness: 0, left: 5 * (1 - 12.5 / 25) },
    { damage: 15, points: 15, toughness: 0, left: 15 * (1 - 7.5 / 25) },
    { damage: 10, points: 20, toughness: 0, left: 10 * (1 - 15 / 25) },
    { damage: 10, points: 20, toughness: 8, left: 3 },
    { damage: 40, points: 20, toughness: 8, left: 40 * (1 - 10 / 25) },
    { damage: 100, points: 20, toughness: 12, left: 100 * (1 - 4 / 25) },
    { damage: 0.5, points: 30, toughness: 12, left: 0.1 },
  ])('leaves $left of $damage behind $points points and $toughness of toughness', (example) => {
    const { damage, points, toughness, left } = example
    expect(damageAfterArmor(damage, { points, toughness })).toBeCloseTo(left, 6)
  })
})

describe('armorOf()', () => {
  it.each([
    ['leather', 7, 0],
    ['golden', 11, 0],
    ['chainmail', 12, 0],
    ['iron', 15, 0],
    ['diamond', 20, 8],
    ['netherite', 20, 12],
  ])('gives a full set of %s %i points and %i of toughness', (material, points, toughness) => {
    const set = ['helmet', 'chestplate', 'leggings', 'boots'].map((piece) => armorOf(`${material}_${piece}`))
    expect(set.reduce((sum, piece) => sum + piece.points, 0)).toBe(points)
    expect(set.reduce((sum, piece) => sum + piece.toughness, 0)).toBe(toughness)
  })

  it('gives other items nothing', () => {
    expect(armorOf('iron_sword')).toEqual({ points: 0, toughness: 0 })
    expect(armorOf('elytra')).toEqual({ points: 0, toughness: 0 })
    expect(armorOf('turtle_helmet')).toEqual({ points: 2, toughness: 0 })
  })
})
