import { colours } from '../../mobs/spawning/wool-colours.ts'
import { buys, type ProfessionTrades, sells } from './trade.ts'

const wools = ['white', 'brown', 'black', 'gray']
const dyes = [
  ['white', 'gray', 'black', 'light_blue', 'lime'],
  ['yellow', 'light_gray', 'orange', 'red', 'pink'],
  ['brown', 'purple', 'blue', 'green', 'magenta', 'cyan'],
] as const

/** Minecraft Wiki: Trading, Shepherd. */
export const shepherd: ProfessionTrades = [
  [...wools.map((color) => buys(`${color}_wool`, 18, 16, 2)), sells('shears', [2, 1], 1)],
  [
    ...dyes[0].map((color) => buys(`${color}_dye`, 12, 16, 10)),
    ...colours.map((color) => sells(`${color}_wool`, [1, 1], 5, { maxUses: 16 })),
    ...colours.map((color) => sells(`${color}_carpet`, [1, 4], 5, { maxUses: 16 })),
  ],
  [
    ...dyes[1].map((color) => buys(`${color}_dye`, 12, 16, 20)),
    ...colours.map((color) => sells(`${color}_bed`, [3, 1], 10)),
  ],
  [
    ...dyes[2].map((color) => buys(`${color}_dye`, 12, 16, 30)),
    ...colours.map((color) => sells(`${color}_banner`, [3, 1], 15)),
  ],
  [sells('painting', [2, 3], 30)],
]
