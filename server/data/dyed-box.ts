import type { ItemStack } from '../inventory/item-stack.ts'

/**
 * A box that is dyed in a crafting grid keeps what it holds; null where nothing is dyed (Minecraft Wiki:
 * Shulker Box).
 */
export function dyedBox(stacks: readonly ItemStack[]): ItemStack | null {
  const box = stacks.find(({ name }) => name.endsWith('shulker_box'))
  const dye = stacks.find(({ name }) => name.endsWith('_dye'))
  if (box === undefined || dye === undefined || stacks.length !== 2) return null
  return { ...box, name: dye.name.replace(/_dye$/, '_shulker_box'), count: 1 }
}
