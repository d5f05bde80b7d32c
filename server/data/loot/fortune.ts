import { itemStack } from '../../inventory/item-stack.ts'
import { drop, type LootDraw, type LootRule, nothing } from './loot-rule.ts'

/**
 * Ores: the count is multiplied. Of level + 2 equally likely cases two leave it as it is, the others make it 2, 3, … times
 * as many. Source: Minecraft Wiki, Fortune (ore).
 */
export function oreDrop(item: string, least = 1, most = least): LootRule {
  const plain = drop(item, least, most)
  return (draw) => {
    const stacks = plain(draw)
    if (draw.fortune === 0) return stacks
    const factor = Math.max(1, draw.random.below(draw.fortune + 2))
    return stacks.map((stack) => itemStack(item, stack.count * factor))
  }
}

/** What Fortune adds to a count at most, and how many there are in the end at most. */
interface Bonus {
  readonly perLevel?: number
  readonly limit?: number
}

/** Dusts, berries and the like: each level can add one more. Source: Minecraft Wiki, Fortune (uniform). */
export function bonusDrop(item: string, least: number, most: number, bonus: Bonus = {}): LootRule {
  const plain = drop(item, least, most)
  const { perLevel = 1, limit = Number.POSITIVE_INFINITY } = bonus
  return (draw) => {
    if (draw.fortune === 0) return plain(draw)
    const count = (plain(draw)[0]?.count ?? 0) + draw.random.below(draw.fortune * perLevel + 1)
    return count === 0 ? [] : [itemStack(item, Math.min(limit, count))]
  }
}

/** A chance for each level of Fortune, from none on; higher levels have the last. */
export function withFortunateChance(
  chances: readonly number[],
  rule: LootRule,
  otherwise: LootRule = nothing,
): LootRule {
  return (draw) => (draw.random.float() < chanceOf(chances, draw) ? rule(draw) : otherwise(draw))
}

function chanceOf(chances: readonly number[], { fortune }: LootDraw): number {
  return chances[Math.min(fortune, chances.length - 1)] ?? 0
}
