import { itemData, type StewEffect } from '../../inventory/item-data.ts'
import { itemStack } from '../../inventory/item-stack.ts'
import { buys, type Listing, type ProfessionTrades, sells } from './trade.ts'

const stews = [
  ['night_vision', 100],
  ['jump_boost', 160],
  ['weakness', 140],
  ['blindness', 120],
  ['poison', 280],
  ['saturation', 7],
] as const

/** Minecraft Wiki: Trading, Farmer. */
export const farmer: ProfessionTrades = [
  [
    buys('wheat', 20, 16, 2),
    buys('potato', 26, 16, 2),
    buys('carrot', 22, 16, 2),
    buys('beetroot', 15, 16, 2),
    sells('bread', [1, 6], 1, { maxUses: 16 }),
  ],
  [buys('pumpkin', 6, 12, 10), sells('pumpkin_pie', [1, 4], 5), sells('apple', [1, 4], 5, { maxUses: 16 })],
  [sells('cookie', [3, 18], 10), buys('melon', 4, 12, 20)],
  [sells('cake', [1, 1], 15), ...stews.map(([effect, ticks]) => sellsStew({ effect, ticks }))],
  [sells('golden_carrot', [3, 3], 30), sells('glistering_melon_slice', [4, 3], 30)],
]

function sellsStew(effect: StewEffect): Listing {
  const stew = itemStack('suspicious_stew', 1, 0, itemData({ stewEffects: [effect] }))
  return () => ({
    cost: itemStack('emerald'),
    also: null,
    gives: stew,
    maxUses: 12,
    experience: 15,
    priceMultiplier: 0.05,
  })
}
