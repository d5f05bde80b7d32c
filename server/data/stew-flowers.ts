import type { StewEffect } from '../inventory/item-data.ts'
import type { Recipe } from './recipe.ts'

const tulip: StewEffect = { effect: 'weakness', ticks: 140 }
const sight: StewEffect = { effect: 'night_vision', ticks: 100 }
const fill: StewEffect = { effect: 'saturation', ticks: 7 }

/** What a flower does in a suspicious stew; times since 1.20.5 (Minecraft Wiki: Suspicious Stew). */
const effects: Readonly<Record<string, StewEffect>> = {
  allium: { effect: 'fire_resistance', ticks: 60 },
  azure_bluet: { effect: 'blindness', ticks: 220 },
  blue_orchid: fill,
  cornflower: { effect: 'jump_boost', ticks: 100 },
  dandelion: fill,
  lily_of_the_valley: { effect: 'poison', ticks: 220 },
  orange_tulip: tulip,
  oxeye_daisy: { effect: 'regeneration', ticks: 140 },
  pink_tulip: tulip,
  poppy: sight,
  red_tulip: tulip,
  torchflower: sight,
  white_tulip: tulip,
  wither_rose: { effect: 'wither', ticks: 140 },
}

/** Effect that the flower gives a stew; null for what is no such flower. */
export function flowerEffect(item: string): StewEffect | null {
  return effects[item] ?? null
}

/** Suspicious stews of every flower, which minecraft-data lacks for 1.20.1. */
export const stewRecipes: readonly Recipe[] = Object.keys(effects).map((flower) => ({
  kind: 'shapeless',
  ingredients: ['bowl', 'brown_mushroom', 'red_mushroom', flower],
  result: { item: 'suspicious_stew', count: 1 },
}))
