import type { Random } from '../../src/core/random.ts'
import { drawEnchantments } from '../data/enchanting.ts'
import { withData } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { Game } from './game.ts'

/**
 * The item as an enchanting table of that power would make it, for what is fished and sold; a book becomes an enchanted
 * one. Source: Minecraft Wiki, Enchanting mechanics. Treasure enchantments do not come up here.
 */
export function enchantedByChance(game: Game, stack: ItemStack, power: number, random: Random): ItemStack {
  const drawn = drawEnchantments(game.registry, game.registry.item(stack.name), power, random)
  const levels = Object.fromEntries(drawn.map(({ kind, level }) => [kind.name, level]))
  return stack.name === 'book'
    ? withData({ ...stack, name: 'enchanted_book' }, { storedEnchantments: levels })
    : withData(stack, { enchantments: levels })
}
