import type { Random } from '../../../src/core/random.ts'
import { enchantmentLevel } from '../../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'
import type { BlockKind } from '../block-kind.ts'
import type { GameRegistry } from '../game-registry.ts'
import { canHarvest } from '../harvest.ts'
import { asManyAs, drop, type LootRule, when } from './loot-rule.ts'
import { MINERAL_LOOT } from './mineral-loot.ts'
import { PLANT_LOOT, tallGrass } from './plant-loot.ts'
import { silkLoot } from './silk-touch.ts'

/**
 * Draws what a block drops when a player digs it; nothing when the tool is not good enough. Follows
 * https://minecraft.wiki, page by page, where minecraft-data's `blockLoot` has no usable chances or counts, and its
 * plain `drops` elsewhere.
 *
 * @param state of the block, since crops, slabs and doors drop by their properties
 * @param tool the held item, null for an empty hand
 */
export function dropsOf(
  registry: GameRegistry,
  state: number,
  tool: ItemStack | null,
  random: Random,
): readonly ItemStack[] {
  const block = registry.blockOfState(state)
  const name = tool?.name ?? null
  if (!canHarvest(block, name)) return []
  const properties = registry.propertiesOfState(state)
  const silk = enchantmentLevel(tool, 'silk_touch') > 0 ? silkLoot(block) : null
  const rule = silk ?? lootRule(registry, block)
  return rule({ properties, tool: name, fortune: enchantmentLevel(tool, 'fortune'), random })
}

function lootRule(registry: GameRegistry, block: BlockKind): LootRule {
  const rule = MINERAL_LOOT[block.name] ?? PLANT_LOOT[block.name]
  if (rule !== undefined) return rule
  if (block.name === 'tall_grass')
    return tallGrass(registry.findItem('grass') === null ? 'short_grass' : 'grass')
  return shapedLoot(block) ?? plainLoot(block)
}

/** Blocks that drop themselves by their shape: slabs, doors, beds, candles, snow. */
function shapedLoot(block: BlockKind): LootRule | null {
  if (block.name === 'snow') return asManyAs('layers', 'snowball')
  if (block.name.endsWith('_slab')) return when('type', 'double', drop(block.name, 2), drop(block.name))
  if (block.name.endsWith('_door')) return when('half', 'lower', drop(block.name))
  if (block.name.endsWith('_bed')) return when('part', 'head', drop(block.name))
  if (block.name === 'candle' || block.name.endsWith('_candle')) return asManyAs('candles', block.name)
  return null
}

function plainLoot(block: BlockKind): LootRule {
  const drops = block.drops.filter((item) => item !== 'air').map((item) => itemStack(item))
  return () => drops
}
