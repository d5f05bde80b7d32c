import type { ItemValue } from '../../core/skill-values.ts'
import type { Item } from '../mineflayer-library.ts'

export function itemValue(item: Item | null | undefined): ItemValue | null {
  if (!item) return null
  return {
    type: item.type,
    name: item.name,
    displayName: item.displayName,
    count: item.count,
    slot: item.slot ?? -1,
    metadata: item.metadata ?? 0,
    stackSize: item.stackSize,
    maxDurability: item.maxDurability ?? null,
    durabilityUsed: item.maxDurability ? (item.durabilityUsed ?? 0) : null,
  }
}
