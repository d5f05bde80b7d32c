import type { Game } from '../game/game.ts'
import { armorPlaceOf } from '../inventory/equipment.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'

/** Share of the uses of armour that Unbreaking never prevents. */
const ARMOR_WEAR = 0.6

/**
 * The item after so many uses, of which Unbreaking spares it some; null when it is used up. Items that do not wear stay
 * as they are. Source: Minecraft Wiki, Unbreaking.
 */
export function afterUses(game: Game, stack: ItemStack, uses: number): ItemStack | null {
  const durability = game.registry.item(stack.name).maxDurability
  if (durability === null || uses <= 0) return stack
  const damage = stack.damage + wearingUses(game, stack, uses)
  return damage >= durability ? null : { ...stack, damage }
}

function wearingUses(game: Game, stack: ItemStack, uses: number): number {
  const level = enchantmentLevel(stack, 'unbreaking')
  if (level === 0) return uses
  const always = armorPlaceOf(stack.name) === null ? 0 : ARMOR_WEAR
  const chance = always + (1 - always) / (level + 1)
  const random = game.stream('unbreaking')
  let wearing = 0
  for (let use = 0; use < uses; use++) if (random.float() < chance) wearing += 1
  return wearing
}
