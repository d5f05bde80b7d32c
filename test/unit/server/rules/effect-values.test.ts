import { describe, expect, test } from 'vitest'
import { foodEffects } from '../../../../server/data/food-effects.ts'
import { potionEffects } from '../../../../server/data/potion-effects.ts'
import { potionNames } from '../../../../server/data/potion-names.ts'
import {
  type ActiveEffect,
  attributeValue,
  effectLevel,
  mergedEffect,
} from '../../../../server/game/active-effect.ts'
import { afterResistance, isFire } from '../../../../server/rules/resisting.ts'

function effect(amplifier: number, endTick: number): ActiveEffect {
  return { amplifier, endTick, hidesParticles: false }
}

function under(effects: Readonly<Record<string, number>>) {
  return {
    effects: new Map(Object.entries(effects).map(([name, amplifier]) => [name, effect(amplifier, 100)])),
  }
}

describe('mergedEffect()', () => {
  test('lets the stronger one act, and the longer one go on afterwards', () => {
    expect(mergedEffect(effect(0, 100), effect(1, 200))).toEqual(effect(1, 200))
    expect(mergedEffect(effect(0, 300), effect(1, 200))).toEqual({
      ...effect(1, 200),
      hidden: effect(0, 300),
    })
    expect(mergedEffect(effect(1, 200), effect(0, 300))).toEqual({
      ...effect(1, 200),
      hidden: effect(0, 300),
    })
    expect(mergedEffect(effect(1, 200), effect(1, 300))).toEqual(effect(1, 300))
    expect(mergedEffect(effect(1, 200), effect(0, 150))).toEqual(effect(1, 200))
    const both = mergedEffect(mergedEffect(effect(2, 100), effect(1, 200)), effect(0, 300))
    expect(both).toEqual({ ...effect(2, 100), hidden: { ...effect(1, 200), hidden: effect(0, 300) } })
  })
})

describe('attributeValue()', () => {
  // Minecraft Wiki: Effect.
  test.each([
    ['movement_speed', 0.1, { speed: 1 }, 0.14],
    ['movement_speed', 0.1, { slowness: 0 }, 0.085],
    ['movement_speed', 0.1, { slowness: 6 }, 0],
    ['movement_speed', 0.1, { speed: 0, slowness: 0 }, 0.102],
    ['attack_damage', 7, { strength: 1 }, 13],
    ['attack_damage', 1, { weakness: 0 }, 0],
    ['attack_speed', 4, { haste: 1 }, 4.8],
    ['attack_speed', 4, { mining_fatigue: 0 }, 3.6],
    ['max_health', 20, { health_boost: 4 }, 40],
    ['luck', 0, { luck: 1 }, 2],
    ['luck', 0, {}, 0],
  ] as const)('of %s %f under %o is %f', (name, base, effects, value) => {
    expect(attributeValue(under(effects), name, base)).toBeCloseTo(value, 9)
  })
})

test('afterResistance() takes a fifth a level, but not of the void or hunger', () => {
  expect([0, 1, 4, 9].map((level) => afterResistance(under({ resistance: level }), 10, 'magic'))).toEqual([
    8, 6, 0, 0,
  ])
  expect(afterResistance(under({ resistance: 4 }), 10, 'void')).toBe(10)
  expect(afterResistance(under({ resistance: 4 }), 10, 'starvation')).toBe(10)
  expect(['lava', 'fire', 'burning', 'magma'].every(isFire)).toBe(true)
  expect(isFire('fall')).toBe(false)
  expect(effectLevel(under({ haste: 2 }), 'haste')).toBe(3)
})

describe('potionEffects()', () => {
  // Minecraft Wiki: Potion.
  test.each([
    ['swiftness', [{ effect: 'speed', amplifier: 0, ticks: 3600 }]],
    ['long_swiftness', [{ effect: 'speed', amplifier: 0, ticks: 9600 }]],
    ['strong_swiftness', [{ effect: 'speed', amplifier: 1, ticks: 1800 }]],
    ['strong_slowness', [{ effect: 'slowness', amplifier: 3, ticks: 400 }]],
    ['long_weakness', [{ effect: 'weakness', amplifier: 0, ticks: 4800 }]],
    ['strong_poison', [{ effect: 'poison', amplifier: 1, ticks: 432 }]],
    ['strong_healing', [{ effect: 'instant_health', amplifier: 1, ticks: 0 }]],
    [
      'strong_turtle_master',
      [
        { effect: 'slowness', amplifier: 5, ticks: 400 },
        { effect: 'resistance', amplifier: 3, ticks: 400 },
      ],
    ],
  ])('of %s', (potion, effects) => {
    expect(potionEffects(potion)).toEqual(effects)
  })

  test('knows every kind of potion; four have none', () => {
    const idle = potionNames.filter((name) => potionEffects(name).length === 0)
    expect(idle).toEqual(['water', 'mundane', 'thick', 'awkward'])
    const lasting = potionNames.flatMap(potionEffects).filter(({ effect }) => !effect.startsWith('instant'))
    expect(lasting.every(({ ticks }) => ticks > 0)).toBe(true)
  })
})

test('foodEffects() are those of the wiki', () => {
  expect(
    foodEffects('golden_apple').map(({ effect, amplifier, ticks }) => [effect, amplifier, ticks]),
  ).toEqual([
    ['regeneration', 1, 100],
    ['absorption', 0, 2400],
  ])
  expect(foodEffects('bread')).toEqual([])
})
