import { buys, type ProfessionTrades, sellsEnchanted, sellsGear } from './trade.ts'

/** Minecraft Wiki: Trading, Weaponsmith. */
export const weaponsmith: ProfessionTrades = [
  [buys('coal', 15, 16, 2), sellsGear('iron_axe', 3, 1), sellsEnchanted('iron_sword', 2, 1)],
  [buys('iron_ingot', 4, 12, 10), sellsGear('bell', 36, 5)],
  [buys('flint', 24, 12, 20)],
  [buys('diamond', 1, 12, 30), sellsEnchanted('diamond_axe', 12, 15, 0.2)],
  [sellsEnchanted('diamond_sword', 8, 30, 0.2)],
]
