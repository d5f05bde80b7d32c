/** An effect that food or a potion puts on who swallows it. */
export interface EffectDose {
  readonly effect: string
  /** 0 for level I. */
  readonly amplifier: number
  /** 0 for effects that act at once. */
  readonly ticks: number
}

interface FoodEffect extends EffectDose {
  /** Share of the times that it works. */
  readonly chance: number
}

const SECOND = 20
const MINUTE = 1200

/** Minecraft Wiki: Food (foods with effects), and the pages of the items. */
const effectsByFood: Readonly<Record<string, readonly FoodEffect[]>> = {
  golden_apple: [lasting('regeneration', 5 * SECOND, 1), lasting('absorption', 2 * MINUTE)],
  enchanted_golden_apple: [
    lasting('regeneration', 20 * SECOND, 1),
    lasting('resistance', 5 * MINUTE),
    lasting('fire_resistance', 5 * MINUTE),
    lasting('absorption', 2 * MINUTE, 3),
  ],
  rotten_flesh: [{ ...lasting('hunger', 30 * SECOND), chance: 0.8 }],
  chicken: [{ ...lasting('hunger', 30 * SECOND), chance: 0.3 }],
  spider_eye: [lasting('poison', 5 * SECOND)],
  poisonous_potato: [{ ...lasting('poison', 5 * SECOND), chance: 0.6 }],
  pufferfish: [
    lasting('poison', MINUTE, 1),
    lasting('hunger', 15 * SECOND, 2),
    lasting('nausea', 15 * SECOND),
  ],
  ominous_bottle: [lasting('bad_omen', 100 * MINUTE)],
}

export function foodEffects(item: string): readonly FoodEffect[] {
  return effectsByFood[item] ?? []
}

function lasting(effect: string, ticks: number, amplifier = 0): FoodEffect {
  return { effect, amplifier, ticks, chance: 1 }
}
