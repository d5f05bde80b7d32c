import type { Random } from '../../../src/core/random.ts'
import { itemData } from '../../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'

/** What a catch depends on. */
export interface Catch {
  /** Level of luck of the sea, and of the effects luck and bad luck. */
  readonly luck: number
  /** Treasure is found only in water that is open around the bobber. */
  readonly openWater: boolean
  readonly random: Random
  /** Enchants an item at that power, as an enchanting table would with treasure. */
  readonly enchant: (stack: ItemStack, power: number) => ItemStack
  readonly durabilityOf: (item: string) => number
}

interface Weighted {
  readonly weight: number
  /** What luck adds to the weight, each level. */
  readonly quality?: number
}

interface Entry extends Weighted {
  readonly item: string
  readonly count?: number
  /** Largest share of its uses that it has behind it. */
  readonly worn?: number
  /** Power at which it is enchanted. */
  readonly power?: number
}

interface Table extends Weighted {
  readonly entries: readonly Entry[]
  readonly needsOpenWater: boolean
}

/** Minecraft Wiki: Fishing, Junk and treasure. */
const tables: readonly Table[] = [
  {
    weight: 85,
    quality: -1,
    needsOpenWater: false,
    entries: [
      { item: 'cod', weight: 60 },
      { item: 'salmon', weight: 25 },
      { item: 'tropical_fish', weight: 2 },
      { item: 'pufferfish', weight: 13 },
    ],
  },
  {
    weight: 5,
    quality: 2,
    needsOpenWater: true,
    entries: [
      { item: 'name_tag', weight: 1 },
      { item: 'saddle', weight: 1 },
      { item: 'bow', weight: 1, worn: 0.25, power: 30 },
      { item: 'fishing_rod', weight: 1, worn: 0.25, power: 30 },
      { item: 'book', weight: 1, power: 30 },
      { item: 'nautilus_shell', weight: 1 },
    ],
  },
  {
    weight: 10,
    quality: -2,
    needsOpenWater: false,
    entries: [
      { item: 'lily_pad', weight: 17 },
      { item: 'leather_boots', weight: 10, worn: 0.9 },
      { item: 'leather', weight: 10 },
      { item: 'bone', weight: 10 },
      { item: 'potion', weight: 10 },
      { item: 'string', weight: 5 },
      { item: 'fishing_rod', weight: 2, worn: 0.9 },
      { item: 'bowl', weight: 10 },
      { item: 'stick', weight: 5 },
      { item: 'ink_sac', weight: 1, count: 10 },
      { item: 'tripwire_hook', weight: 10 },
      { item: 'rotten_flesh', weight: 10 },
    ],
  },
]

/** Draws what hangs on the hook. */
export function fishingLoot(facts: Catch): ItemStack {
  const open = tables.filter((table) => facts.openWater || !table.needsOpenWater)
  const entry = drawWeighted(drawWeighted(open, facts).entries, facts)
  const { item, count = 1, worn, power } = entry
  const damage = worn === undefined ? 0 : Math.floor(facts.durabilityOf(item) * worn * facts.random.float())
  const stack = itemStack(item, count, damage, item === 'potion' ? itemData({ potion: 'water' }) : null)
  return power === undefined ? stack : facts.enchant(stack, power)
}

/** Draws one by weight; luck changes weights, but none below zero. */
export function drawWeighted<T extends Weighted>(
  choices: readonly T[],
  { luck, random }: Pick<Catch, 'luck' | 'random'>,
): T {
  const weights = choices.map(({ weight, quality = 0 }) => Math.max(0, Math.floor(weight + quality * luck)))
  let left = random.below(weights.reduce((sum, weight) => sum + weight, 0))
  for (const [index, choice] of choices.entries()) {
    left -= weights[index] ?? 0
    if (left < 0) return choice
  }
  throw new RangeError('Cannot draw from nothing.')
}
