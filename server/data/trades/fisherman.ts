import { buys, type ProfessionTrades, processes, sells, sellsEnchanted } from './trade.ts'

/** Minecraft Wiki: Trading, Fisherman. Of boats, that of the plains. */
export const fisherman: ProfessionTrades = [
  [
    buys('string', 20, 16, 2),
    buys('coal', 10, 16, 2),
    processes(['cod', 6], ['cooked_cod', 6], 16, 1),
    sells('cod_bucket', [3, 1], 1, { maxUses: 16 }),
  ],
  [
    buys('cod', 15, 16, 10),
    processes(['salmon', 6], ['cooked_salmon', 6], 16, 5),
    sells('campfire', [2, 1], 5),
  ],
  [buys('salmon', 13, 16, 20), sellsEnchanted('fishing_rod', 3, 10, 0.2)],
  [buys('tropical_fish', 6, 12, 30)],
  [buys('pufferfish', 4, 12, 30), buys('oak_boat', 1, 12, 30)],
]
