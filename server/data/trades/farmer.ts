import { buys, type ProfessionTrades, sells } from './trade.ts'

/** Minecraft Wiki: Trading, Farmer. Suspicious stews are not sold: stacks know no stew effects. */
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
  [sells('cake', [1, 1], 15)],
  [sells('golden_carrot', [3, 3], 30), sells('glistering_melon_slice', [4, 3], 30)],
]
