import { itemStack } from '../../inventory/item-stack.ts'
import type { BlockKind } from '../block-kind.ts'
import { asManyAs, type LootRule } from './loot-rule.ts'

const NAMES = new Set(
  [
    'stone deepslate grass_block podzol mycelium crimson_nylium warped_nylium gravel clay snow_block',
    'glowstone sea_lantern glass glass_pane ice packed_ice blue_ice bookshelf chiseled_bookshelf ender_chest melon',
    'brown_mushroom_block red_mushroom_block mushroom_stem bee_nest beehive campfire soul_campfire turtle_egg',
    'gilded_blackstone sculk sculk_catalyst sculk_sensor calibrated_sculk_sensor sculk_shrieker sculk_vein',
    'amethyst_cluster small_amethyst_bud medium_amethyst_bud large_amethyst_bud cobweb tinted_glass',
    'twisting_vines weeping_vines creaking_heart pale_hanging_moss',
  ].flatMap((line) => line.split(' ')),
)
const ENDINGS = /_(ore|leaves|stained_glass|stained_glass_pane|coral|coral_block|coral_fan)$/

/**
 * What Silk Touch makes a block drop that otherwise drops something else or nothing; null for all others. Source:
 * Minecraft Wiki, Silk Touch.
 */
export function silkLoot({ name }: BlockKind): LootRule | null {
  if (name === 'snow') return asManyAs('layers', 'snow')
  const infested = /^infested_(.+)$/.exec(name)?.[1]
  if (infested !== undefined) return always(infested)
  if (name.endsWith('_wall_fan')) return always(name.replace('_wall_fan', '_fan'))
  return NAMES.has(name) || ENDINGS.test(name) ? always(name) : null
}

function always(item: string): LootRule {
  return () => [itemStack(item)]
}
