import { buys, type ProfessionTrades, sellsEnchanted, sellsGear } from './trade.ts'

/** Minecraft Wiki: Trading, Armorer. */
export const armorer: ProfessionTrades = [
  [
    buys('coal', 15, 16, 2),
    sellsGear('iron_leggings', 7, 1),
    sellsGear('iron_boots', 4, 1),
    sellsGear('iron_helmet', 5, 1),
    sellsGear('iron_chestplate', 9, 1),
  ],
  [
    buys('iron_ingot', 4, 12, 10),
    sellsGear('bell', 36, 5),
    sellsGear('chainmail_boots', 1, 5),
    sellsGear('chainmail_leggings', 3, 5),
  ],
  [
    buys('lava_bucket', 1, 12, 20),
    buys('diamond', 1, 12, 20),
    sellsGear('chainmail_helmet', 1, 10),
    sellsGear('chainmail_chestplate', 4, 10),
    sellsGear('shield', 5, 10),
  ],
  [sellsEnchanted('diamond_leggings', 14, 15, 0.2), sellsEnchanted('diamond_boots', 8, 15, 0.2)],
  [sellsEnchanted('diamond_helmet', 8, 30, 0.2), sellsEnchanted('diamond_chestplate', 16, 30, 0.2)],
]
