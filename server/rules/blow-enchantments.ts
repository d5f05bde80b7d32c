import { isArthropod, isUndead } from '../data/mob-groups.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'

const SPECIAL_DAMAGE = 2.5
const FIRE_TICKS = 80

/**
 * Half hearts that enchantments add to a full blow (Minecraft Wiki: Sharpness, Smite, Bane of Arthropods).
 *
 * @param mob kind of mob that is hit; null for a player
 */
export function blowBonus(weapon: ItemStack | null, mob: string | null): number {
  const sharpness = enchantmentLevel(weapon, 'sharpness')
  let bonus = sharpness > 0 ? 0.5 * sharpness + 0.5 : 0
  if (mob !== null && isUndead(mob)) bonus += SPECIAL_DAMAGE * enchantmentLevel(weapon, 'smite')
  if (mob !== null && isArthropod(mob)) {
    bonus += SPECIAL_DAMAGE * enchantmentLevel(weapon, 'bane_of_arthropods')
  }
  return bonus
}

/** Ticks that a blow with the weapon sets its victim on fire for (Minecraft Wiki: Fire Aspect). */
export function blowFireTicks(weapon: ItemStack | null): number {
  return enchantmentLevel(weapon, 'fire_aspect') * FIRE_TICKS
}
