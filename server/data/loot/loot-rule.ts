import type { Random } from '../../../src/core/random.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'
import type { BlockProperties } from '../block-kind.ts'

/** What a rule of loot may look at. */
export interface LootDraw {
  readonly properties: BlockProperties
  /** Name of the held item, null for an empty hand. */
  readonly tool: string | null
  /** Level of the tool's Fortune, 0 for none. */
  readonly fortune: number
  readonly random: Random
}

/** Draws what one block drops. */
export type LootRule = (draw: LootDraw) => readonly ItemStack[]

export const nothing: LootRule = () => []

/** Between `least` and `most` of the item, each count as likely as the others. */
export function drop(item: string, least = 1, most = least): LootRule {
  return ({ random }) => {
    const count = least + (least === most ? 0 : random.below(most - least + 1))
    return count === 0 ? [] : [itemStack(item, count)]
  }
}

/** The item as often as a coin with that chance shows heads in some throws, plus a fixed count. */
export function binomialDrop(item: string, base: number, throws: number, chance: number): LootRule {
  return ({ random }) => {
    let count = base
    for (let index = 0; index < throws; index++) if (random.float() < chance) count++
    return count === 0 ? [] : [itemStack(item, count)]
  }
}

export function all(...rules: readonly LootRule[]): LootRule {
  return (draw) => rules.flatMap((rule) => rule(draw))
}

export function withChance(chance: number, rule: LootRule, otherwise: LootRule = nothing): LootRule {
  return (draw) => (draw.random.float() < chance ? rule(draw) : otherwise(draw))
}

/** One rule for shears and another for every other tool. */
export function sheared(withShears: LootRule, without: LootRule = nothing): LootRule {
  return (draw) => (draw.tool === 'shears' ? withShears : without)(draw)
}

/** A rule for blocks whose property has the value, and another for the rest. */
export function when(property: string, value: string, rule: LootRule, otherwise = nothing): LootRule {
  return (draw) => (draw.properties[property] === value ? rule : otherwise)(draw)
}

/** As many of the item as the block's numeric property says. */
export function asManyAs(property: string, item: string): LootRule {
  return (draw) => [itemStack(item, Number(draw.properties[property] ?? 1))]
}
