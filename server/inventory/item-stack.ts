/** A stack of equal items. Immutable: operations give new stacks. */
export interface ItemStack {
  /** Minecraft name without namespace. */
  readonly name: string
  /** At least 1; an empty slot holds null instead of a stack. */
  readonly count: number
  /** Uses that a tool has behind it; 0 for items that do not wear. */
  readonly damage: number
}

export function itemStack(name: string, count = 1, damage = 0): ItemStack {
  return { name, count, damage }
}

/** Whether the stacks may share a slot, counts aside. */
export function sameItem(a: ItemStack, b: ItemStack): boolean {
  return a.name === b.name && a.damage === b.damage
}

export function equalStacks(a: ItemStack | null, b: ItemStack | null): boolean {
  if (a === null || b === null) return a === b
  return sameItem(a, b) && a.count === b.count
}

/** The stack with another count; null for a count of zero or less. */
export function withCount(stack: ItemStack, count: number): ItemStack | null {
  return count <= 0 ? null : { ...stack, count }
}
