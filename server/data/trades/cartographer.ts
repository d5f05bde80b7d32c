import { colours } from '../../mobs/spawning/wool-colours.ts'
import { buys, type ProfessionTrades, sells } from './trade.ts'

/** Minecraft Wiki: Trading, Cartographer. Without maps of treasures, which this world does not have. */
export const cartographer: ProfessionTrades = [
  [buys('paper', 24, 16, 2), sells('map', [7, 1], 1)],
  [buys('glass_pane', 11, 16, 10)],
  [buys('compass', 1, 12, 20)],
  [sells('item_frame', [7, 1], 15), ...colours.map((color) => sells(`${color}_banner`, [3, 1], 15))],
  [sells('globe_banner_pattern', [8, 1], 30)],
]
