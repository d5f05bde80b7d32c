import type { Random } from '../../src/core/random.ts'

interface Amount {
  readonly least: number
  readonly most: number
}

/** Points that digging a block gives, which silk touch prevents (Minecraft Wiki: Experience, sources). */
const blocks: Readonly<Record<string, Amount>> = {
  coal_ore: { least: 0, most: 2 },
  deepslate_coal_ore: { least: 0, most: 2 },
  lapis_ore: { least: 2, most: 5 },
  deepslate_lapis_ore: { least: 2, most: 5 },
  redstone_ore: { least: 1, most: 5 },
  deepslate_redstone_ore: { least: 1, most: 5 },
  diamond_ore: { least: 3, most: 7 },
  deepslate_diamond_ore: { least: 3, most: 7 },
  emerald_ore: { least: 3, most: 7 },
  deepslate_emerald_ore: { least: 3, most: 7 },
  nether_quartz_ore: { least: 2, most: 5 },
  nether_gold_ore: { least: 0, most: 1 },
  sculk: { least: 1, most: 1 },
  sculk_sensor: { least: 5, most: 5 },
  sculk_shrieker: { least: 5, most: 5 },
  sculk_catalyst: { least: 5, most: 5 },
}

/** The points that are in a block; a spawner's are the sum of two throws. */
export function blockExperience(block: string, random: Random): number {
  if (block === 'spawner') return 15 + random.below(15) + random.below(15)
  const amount = blocks[block]
  return amount === undefined ? 0 : between(amount, random)
}

const ANIMAL: Amount = { least: 1, most: 3 }
const MONSTER = 5
/** Monsters that are worth more than others. */
const strong: Readonly<Record<string, number>> = { blaze: 10, guardian: 10, evoker: 10, elder_guardian: 10 }
const BABY_FACTOR = 2.5
const none = new Set(['villager', 'wandering_trader', 'iron_golem', 'snow_golem', 'bat', 'allay'])

/** The points of a mob that a player killed (Minecraft Wiki: Experience, sources). Young animals have none. */
export function mobExperience(
  mob: { readonly name: string; readonly hostile: boolean; readonly isBaby: boolean },
  random: Random,
): number {
  if (none.has(mob.name) || (mob.isBaby && !mob.hostile)) return 0
  if (!mob.hostile) return between(ANIMAL, random)
  const points = strong[mob.name] ?? MONSTER
  return mob.isBaby ? Math.floor(points * BABY_FACTOR) : points
}

/** Points that a young animal brings, a fish, and a broken bottle o' enchanting. */
export const breedingExperience = (random: Random) => between({ least: 1, most: 7 }, random)
export const fishingExperience = (random: Random) => between({ least: 1, most: 6 }, random)
export const bottleExperience = (random: Random) => 3 + random.below(5) + random.below(5)

/** What a dead player leaves behind: seven points a level, a hundred at most (Minecraft Wiki: Experience). */
export function deathExperience(level: number): number {
  return Math.min(100, 7 * level)
}

const sizes = [2477, 1237, 617, 307, 149, 73, 37, 17, 7, 3, 1] as const

/** The orbs that make up that many points, large ones first (Minecraft Wiki: Experience, experience orbs). */
export function orbSizes(points: number): readonly number[] {
  const found: number[] = []
  let left = points
  for (const size of sizes) {
    for (; left >= size; left -= size) found.push(size)
  }
  return found
}

function between({ least, most }: Amount, random: Random): number {
  return least + random.below(most - least + 1)
}
