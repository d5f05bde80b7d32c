import type { Claim } from '../claim.ts'
import { type GameNames, readCounted, readKinds, readName, readNumber } from './read-name.ts'
import type { SentenceRule } from './sentence-rule.ts'

const TABLE = '(?: (?<table>(?:at|on|in|using|with) an? crafting table))?'

/** How things are made: recipes, smelting and fuel. */
export const CRAFTING_RULES: readonly SentenceRule[] = [
  {
    pattern: /^smelting (?<from>.+?) (?:gives|makes|yields|produces) (?<item>.+)$/i,
    read: smelting,
  },
  {
    pattern: /^(?:you (?:can )?)?smelt (?<from>.+?) (?:to get|to make|into|for) (?<item>.+)$/i,
    read: smelting,
  },
  {
    pattern: /^(?<item>.+?) (?:is|are) (?:made|got|obtained) by smelting (?<from>.+)$/i,
    read: smelting,
  },
  {
    pattern: /^(?:one |an? )?(?<item>.+?) (?:as fuel|used as fuel)?\s?smelts (?<smelts>\S+) items?$/i,
    read: ({ item = '', smelts = '' }, names) => {
      const name = readName(item, names)
      const count = readNumber(smelts)
      return name === null || count === null || count <= 0
        ? null
        : { type: 'fuel', item: name, smelts: count }
    },
  },
  {
    pattern: new RegExp(`^(?<parts>.+?)${TABLE} (?:make|makes|give|gives|become) (?<made>.+)$`, 'i'),
    read: recipe,
  },
  {
    pattern: new RegExp(
      `^(?:to (?:craft|make)|crafting|making) (?<made>.+?)${TABLE},? (?:you need|takes|needs|requires) (?<parts>.+)$`,
      'i',
    ),
    read: recipe,
  },
  {
    pattern: new RegExp(
      `^(?:you (?:can )?)?craft (?<made>.+?)${TABLE} (?:from|out of|with) (?<parts>.+)$`,
      'i',
    ),
    read: recipe,
  },
  {
    pattern: new RegExp(
      `^(?<made>.+?) (?:is|are) (?:crafted|made)${TABLE} (?:from|of|out of|with) (?<parts>.+)$`,
      'i',
    ),
    read: recipe,
  },
]

function smelting(
  { item = '', from = '' }: Readonly<Record<string, string>>,
  names: GameNames,
): Claim | null {
  const [made, raw] = [readName(item, names), readName(from, names)]
  return made === null || raw === null ? null : { type: 'smelting', item: made, from: raw }
}

/** The parts may name the table too: "8 planks and a crafting table", "3 cobblestone at a crafting table". */
function recipe(groups: Readonly<Record<string, string>>, names: GameNames): readonly Claim[] | null {
  const { parts = '', made = '' } = groups
  const here = parts.replace(/,? (?:at|on|in|using|and) an? crafting table$/i, '')
  const table = groups.table !== undefined || here !== parts
  const result = readCounted(made, names)
  const slots = here.split(AND).map((part) => readSlot(part, names))
  if (result === null || result.count < 1 || !slots.every((slot) => slot !== null)) return null
  return variants(slots).map((ingredients) => ({
    type: 'recipe',
    item: result.name,
    makes: result.count,
    ingredients,
    table,
  }))
}

const AND = /\s*,\s*(?:and\s+)?|\s+and\s+|\s*\+\s*/

/** A part of a recipe: so many of one of the kinds. */
interface Slot {
  readonly count: number
  readonly kinds: readonly string[]
}

/** "3 blackstone or cobblestone", "two planks of any kind", "a stick". */
function readSlot(part: string, names: GameNames): Slot | null {
  const [first = '', ...rest] = part.trim().split(/\s+/)
  const number = rest.length === 0 ? null : readNumber(first)
  const kinds = readKinds(number === null ? part : rest.join(' '), names)
  return kinds === null || number === 0 ? null : { count: number ?? 1, kinds }
}

type Ingredients = Readonly<Record<string, number>>

/** More variants of one recipe than this are left out. */
const MOST_VARIANTS = 24

/** The recipe with each choice of kinds. */
function variants(slots: readonly Slot[]): readonly Ingredients[] {
  return slots.reduce<readonly Ingredients[]>(
    (partial, { count, kinds }) =>
      partial
        .flatMap((parts) => kinds.map((kind) => ({ ...parts, [kind]: (parts[kind] ?? 0) + count })))
        .slice(0, MOST_VARIANTS),
    [{}],
  )
}
