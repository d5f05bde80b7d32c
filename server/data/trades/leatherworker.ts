import { buys, type ProfessionTrades, sells, sellsGear } from './trade.ts'

/** Minecraft Wiki: Trading, Leatherworker. What it sells is not dyed here. Scutes have another name since 1.20.5. */
export const leatherworker: ProfessionTrades = [
  [buys('leather', 6, 16, 2), sellsGear('leather_leggings', 3, 1), sellsGear('leather_chestplate', 7, 1)],
  [buys('flint', 26, 12, 10), sellsGear('leather_helmet', 5, 5), sellsGear('leather_boots', 4, 5)],
  [buys('rabbit_hide', 9, 12, 20), sellsGear('leather_chestplate', 7, 1)],
  [buys('turtle_scute', 4, 12, 30), buys('scute', 4, 12, 30), sells('leather_horse_armor', [6, 1], 15)],
  [sellsGear('saddle', 6, 30), sellsGear('leather_helmet', 5, 30)],
]
