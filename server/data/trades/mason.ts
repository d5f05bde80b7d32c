import { colours } from '../../mobs/spawning/wool-colours.ts'
import { buys, type ProfessionTrades, sells } from './trade.ts'

/** Minecraft Wiki: Trading, Mason. */
export const mason: ProfessionTrades = [
  [buys('clay_ball', 10, 16, 2), sells('brick', [1, 10], 1, { maxUses: 16 })],
  [buys('stone', 20, 16, 10), sells('chiseled_stone_bricks', [1, 4], 5, { maxUses: 16 })],
  [
    ...['granite', 'andesite', 'diorite'].map((stone) => buys(stone, 16, 16, 20)),
    ...['dripstone_block', 'polished_andesite', 'polished_diorite', 'polished_granite'].map((stone) =>
      sells(stone, [1, 4], 10, { maxUses: 16 }),
    ),
  ],
  [
    buys('quartz', 12, 12, 30),
    ...colours.map((color) => sells(`${color}_terracotta`, [1, 1], 15)),
    ...colours.map((color) => sells(`${color}_glazed_terracotta`, [1, 1], 15)),
  ],
  [sells('quartz_pillar', [1, 1], 30), sells('quartz_block', [1, 1], 30)],
]
