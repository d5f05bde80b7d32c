import { describe, expect, test } from 'vitest'
import {
  mobDrops,
  mobsWithLoot,
  ORDINARY_DEATH,
  possibleMobDrops,
} from '../../../server/data/loot/mob-loot.ts'
import { createRandom } from '../../../src/core/random.ts'
import { registryOf, VERSIONS } from './registries.ts'

const DRAWS = 3000

describe('mobDrops()', () => {
  test.each([
    ['cow', { beef: [1, 3], leather: [0, 2] }],
    ['pig', { porkchop: [1, 3] }],
    ['sheep', { mutton: [1, 2], white_wool: [1, 1] }],
    ['chicken', { chicken: [1, 1], feather: [0, 2] }],
    ['skeleton', { bone: [0, 2], arrow: [0, 2] }],
    ['creeper', { gunpowder: [0, 2] }],
  ])('a %s drops %j', (mob, ranges) => {
    expect(rangesOf(mob)).toEqual(ranges)
  })

  test('a zombie drops flesh, and rarely iron, carrots or potatoes to a player only', () => {
    expect(Object.keys(rangesOf('zombie')).sort()).toEqual(['carrot', 'iron_ingot', 'potato', 'rotten_flesh'])
    expect(Object.keys(rangesOf('zombie', { ...ORDINARY_DEATH, byPlayer: false }))).toEqual(['rotten_flesh'])
  })

  test('animals that burn drop cooked meat', () => {
    expect(rangesOf('pig', { ...ORDINARY_DEATH, onFire: true })).toEqual({ cooked_porkchop: [1, 3] })
  })

  test('young animals drop nothing, shorn sheep no wool', () => {
    expect(rangesOf('cow', { ...ORDINARY_DEATH, isBaby: true })).toEqual({})
    expect(rangesOf('sheep', { ...ORDINARY_DEATH, woolColour: null })).toEqual({ mutton: [1, 2] })
    expect(rangesOf('sheep', { ...ORDINARY_DEATH, woolColour: 'black' })).toHaveProperty('black_wool')
  })

  test('unknown mobs drop nothing', () => {
    expect(rangesOf('unicorn')).toEqual({})
    expect(possibleMobDrops('unicorn')).toEqual([])
  })

  test.each(VERSIONS)('all mobs and items exist in %s', (version) => {
    const registry = registryOf(version)
    for (const mob of mobsWithLoot()) {
      expect(registry.findEntity(mob), mob).not.toBeNull()
      for (const item of possibleMobDrops(mob)) expect(registry.findItem(item), item).not.toBeNull()
    }
  })
})

/** Least and most of each item over many deaths; 0 as the least where some death gave none. */
function rangesOf(mob: string, death = ORDINARY_DEATH): Record<string, [number, number]> {
  const random = createRandom(mob)
  const counts: Record<string, number[]> = {}
  for (let draw = 0; draw < DRAWS; draw++) {
    for (const stack of mobDrops(mob, death, random)) {
      counts[stack.name] = [...(counts[stack.name] ?? []), stack.count]
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([item, drawn]) => [
      item,
      [drawn.length < DRAWS ? 0 : Math.min(...drawn), Math.max(...drawn)],
    ]),
  )
}
