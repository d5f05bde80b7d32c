import type { EffectDose } from './food-effects.ts'

const SECOND = 20
const MINUTE = 1200

/** Plain, long and strong potions of an effect. */
interface Brew {
  readonly potion: string
  readonly effect: string
  /** Ticks of the plain, the long and the strong potion; 0 where there is none. */
  readonly ticks: readonly [number, number, number]
  /** 0 for level I. */
  readonly amplifiers?: readonly [number, number]
}

const usual = [3 * MINUTE, 8 * MINUTE, 90 * SECOND] as const
const brief = [90 * SECOND, 4 * MINUTE, 0] as const

/** Minecraft Wiki: Potion (effect potions). */
const brews: readonly Brew[] = [
  { potion: 'night_vision', effect: 'night_vision', ticks: usual },
  { potion: 'invisibility', effect: 'invisibility', ticks: usual },
  { potion: 'leaping', effect: 'jump_boost', ticks: usual },
  { potion: 'fire_resistance', effect: 'fire_resistance', ticks: usual },
  { potion: 'swiftness', effect: 'speed', ticks: usual },
  {
    potion: 'slowness',
    effect: 'slowness',
    ticks: [90 * SECOND, 4 * MINUTE, 20 * SECOND],
    amplifiers: [0, 3],
  },
  { potion: 'water_breathing', effect: 'water_breathing', ticks: usual },
  { potion: 'poison', effect: 'poison', ticks: [45 * SECOND, 90 * SECOND, 432] },
  { potion: 'regeneration', effect: 'regeneration', ticks: [45 * SECOND, 90 * SECOND, 450] },
  { potion: 'strength', effect: 'strength', ticks: usual },
  { potion: 'weakness', effect: 'weakness', ticks: brief },
  { potion: 'luck', effect: 'luck', ticks: [5 * MINUTE, 0, 0] },
  { potion: 'slow_falling', effect: 'slow_falling', ticks: brief },
  ...turtleMaster('slowness', [3, 5]),
  ...turtleMaster('resistance', [2, 3]),
  ...['wind_charged', 'weaving', 'oozing', 'infested'].map((effect) => ({
    potion: effect,
    effect,
    ticks: [3 * MINUTE, 0, 0] as const,
  })),
]

const instants: Readonly<Record<string, EffectDose>> = {
  healing: { effect: 'instant_health', amplifier: 0, ticks: 0 },
  strong_healing: { effect: 'instant_health', amplifier: 1, ticks: 0 },
  harming: { effect: 'instant_damage', amplifier: 0, ticks: 0 },
  strong_harming: { effect: 'instant_damage', amplifier: 1, ticks: 0 },
}

/** What the potion does to who drinks it; nothing for water and the like. */
export function potionEffects(potion: string): readonly EffectDose[] {
  const instant = instants[potion]
  if (instant !== undefined) return [instant]
  const [, grade, kind] = /^(long_|strong_)?(.*)$/.exec(potion) ?? []
  return brews.filter((brew) => brew.potion === kind).map((brew) => dose(brew, grade))
}

function dose({ effect, ticks, amplifiers = [0, 1] }: Brew, grade: string | undefined): EffectDose {
  const [plain, long, strong] = ticks
  if (grade === 'long_') return { effect, amplifier: amplifiers[0], ticks: long }
  if (grade === 'strong_') return { effect, amplifier: amplifiers[1], ticks: strong }
  return { effect, amplifier: amplifiers[0], ticks: plain }
}

function turtleMaster(effect: string, amplifiers: readonly [number, number]): readonly Brew[] {
  const ticks = [20 * SECOND, 40 * SECOND, 20 * SECOND] as const
  return [{ potion: 'turtle_master', effect, ticks, amplifiers }]
}
