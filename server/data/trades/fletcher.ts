import { itemData } from '../../inventory/item-data.ts'
import { itemStack } from '../../inventory/item-stack.ts'
import { potionEffects } from '../potion-effects.ts'
import { potionNames } from '../potion-names.ts'
import { buys, type Listing, type ProfessionTrades, processes, sells, sellsEnchanted } from './trade.ts'

const ARROWS = 5

/** Arrows tipped with a random potion, for emeralds and plain arrows. */
const sellsTippedArrows: Listing = ({ random }) => {
  const potion = random.pick(potionNames.filter((name) => potionEffects(name).length > 0))
  return {
    cost: itemStack('emerald', 2),
    also: itemStack('arrow', ARROWS),
    gives: itemStack('tipped_arrow', ARROWS, 0, itemData({ potion })),
    maxUses: 12,
    experience: 30,
    priceMultiplier: 0.05,
  }
}

/** Minecraft Wiki: Trading, Fletcher. */
export const fletcher: ProfessionTrades = [
  [buys('stick', 32, 16, 2), sells('arrow', [1, 16], 1), processes(['gravel', 10], ['flint', 10], 12, 1)],
  [buys('flint', 26, 12, 10), sells('bow', [2, 1], 5)],
  [buys('string', 14, 16, 20), sells('crossbow', [3, 1], 10)],
  [buys('feather', 24, 16, 30), sellsEnchanted('bow', 2, 15)],
  [buys('tripwire_hook', 8, 12, 30), sellsEnchanted('crossbow', 3, 15), sellsTippedArrows],
]
