import type { Random } from '../../../src/core/random.ts'

/** The dyes' colours in the order of their numbers. */
export const colours = [
  'white',
  'orange',
  'magenta',
  'light_blue',
  'yellow',
  'lime',
  'pink',
  'gray',
  'light_gray',
  'cyan',
  'purple',
  'blue',
  'brown',
  'green',
  'red',
  'black',
] as const

export type Colour = (typeof colours)[number]

/** Percent of sheep that are black, gray, light gray and brown by nature; of the others one in 500 is pink. */
const natural: readonly (readonly [Colour, number])[] = [
  ['black', 5],
  ['gray', 5],
  ['light_gray', 5],
  ['brown', 3],
]
const PINK_ODDS = 500

/** The colour of a sheep that appears by itself (Minecraft Wiki: Sheep). */
export function drawWoolColour(random: Random): Colour {
  let rest = random.below(100)
  for (const [colour, percent] of natural) {
    rest -= percent
    if (rest < 0) return colour
  }
  return random.below(PINK_ODDS) === 0 ? 'pink' : 'white'
}

/** The colour of a dye by the item's name; null for other items. */
export function colourOfDye(item: string): Colour | null {
  return colours.find((colour) => item === `${colour}_dye`) ?? null
}
