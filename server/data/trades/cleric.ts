import { buys, type ProfessionTrades, sells } from './trade.ts'

/** Minecraft Wiki: Trading, Cleric. Scutes have another name since 1.20.5. */
export const cleric: ProfessionTrades = [
  [buys('rotten_flesh', 32, 16, 2), sells('redstone', [1, 2], 1)],
  [buys('gold_ingot', 3, 12, 10), sells('lapis_lazuli', [1, 1], 5)],
  [buys('rabbit_foot', 2, 12, 20), sells('glowstone', [4, 1], 10)],
  [
    buys('turtle_scute', 4, 12, 30),
    buys('scute', 4, 12, 30),
    buys('glass_bottle', 9, 12, 30),
    sells('ender_pearl', [5, 1], 15),
  ],
  [buys('nether_wart', 22, 12, 30), sells('experience_bottle', [3, 1], 30)],
]
