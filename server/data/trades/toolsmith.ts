import { buys, type ProfessionTrades, sellsEnchanted, sellsGear } from './trade.ts'

/** Minecraft Wiki: Trading, Toolsmith. */
export const toolsmith: ProfessionTrades = [
  [
    buys('coal', 15, 16, 2),
    sellsGear('stone_axe', 1, 1),
    sellsGear('stone_shovel', 1, 1),
    sellsGear('stone_pickaxe', 1, 1),
    sellsGear('stone_hoe', 1, 1),
  ],
  [buys('iron_ingot', 4, 12, 10), sellsGear('bell', 36, 5)],
  [
    buys('flint', 30, 12, 20),
    sellsEnchanted('iron_axe', 1, 10, 0.2),
    sellsEnchanted('iron_shovel', 2, 10, 0.2),
    sellsEnchanted('iron_pickaxe', 3, 10, 0.2),
    sellsGear('diamond_hoe', 4, 10, 3),
  ],
  [
    buys('diamond', 1, 12, 30),
    sellsEnchanted('diamond_axe', 12, 15, 0.2),
    sellsEnchanted('diamond_shovel', 5, 15, 0.2),
  ],
  [sellsEnchanted('diamond_pickaxe', 13, 30, 0.2)],
]
