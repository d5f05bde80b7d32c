import { describe, expect, test } from 'vitest'
import {
  blockExperience,
  bottleExperience,
  breedingExperience,
  deathExperience,
  mobExperience,
  orbSizes,
} from '../../../../server/data/experience-amounts.ts'
import { createRandom, type Random } from '../../../../src/core/random.ts'

function extremes(draw: (random: Random) => number): readonly [number, number] {
  const random = createRandom(3)
  const drawn = Array.from({ length: 4000 }, () => draw(random))
  return [Math.min(...drawn), Math.max(...drawn)]
}

describe('orbSizes()', () => {
  test.each([
    [0, []],
    [1, [1]],
    [6, [3, 3]],
    [43, [37, 3, 3]],
    [100, [73, 17, 7, 3]],
    [5000, [2477, 2477, 37, 7, 1, 1]],
  ])('splits %i points as vanilla does', (points, sizes) => {
    expect(orbSizes(points)).toEqual(sizes)
  })

  test('loses no points', () => {
    for (let points = 0; points < 3000; points++) {
      expect(orbSizes(points).reduce((sum, size) => sum + size, 0)).toBe(points)
    }
  })
})

describe('points of experience', () => {
  // Minecraft Wiki: Experience.
  test.each([
    ['coal_ore', 0, 2],
    ['deepslate_diamond_ore', 3, 7],
    ['emerald_ore', 3, 7],
    ['lapis_ore', 2, 5],
    ['redstone_ore', 1, 5],
    ['nether_quartz_ore', 2, 5],
    ['spawner', 15, 43],
    ['iron_ore', 0, 0],
  ])('of %s are %i to %i', (block, least, most) => {
    expect(extremes((random) => blockExperience(block, random))).toEqual([least, most])
  })

  test('of mobs follow their kind and age', () => {
    const mob = (name: string, hostile: boolean, isBaby: boolean) =>
      extremes((random) => mobExperience({ name, hostile, isBaby }, random))
    expect(mob('cow', false, false)).toEqual([1, 3])
    expect(mob('cow', false, true)).toEqual([0, 0])
    expect(mob('zombie', true, false)).toEqual([5, 5])
    expect(mob('zombie', true, true)).toEqual([12, 12])
    expect(mob('blaze', true, false)).toEqual([10, 10])
    expect(mob('villager', false, false)).toEqual([0, 0])
  })

  test('of breeding, bottles and deaths', () => {
    expect(extremes(breedingExperience)).toEqual([1, 7])
    expect(extremes(bottleExperience)).toEqual([3, 11])
    expect([0, 3, 14, 15, 40].map(deathExperience)).toEqual([0, 21, 98, 100, 100])
  })
})
