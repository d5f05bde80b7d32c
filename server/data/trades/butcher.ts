import { buys, type ProfessionTrades, sells } from './trade.ts'

/** Minecraft Wiki: Trading, Butcher. */
export const butcher: ProfessionTrades = [
  [
    buys('chicken', 14, 16, 2),
    buys('porkchop', 7, 16, 2),
    buys('rabbit', 4, 16, 2),
    sells('rabbit_stew', [1, 1], 1),
  ],
  [
    buys('coal', 15, 16, 2),
    sells('cooked_porkchop', [1, 5], 5, { maxUses: 16 }),
    sells('cooked_chicken', [1, 8], 5, { maxUses: 16 }),
  ],
  [buys('mutton', 7, 16, 20), buys('beef', 10, 16, 20)],
  [buys('dried_kelp_block', 10, 12, 30)],
  [buys('sweet_berries', 10, 12, 30)],
]
