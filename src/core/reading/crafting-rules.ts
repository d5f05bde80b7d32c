import type { Claim } from '../claim.ts'
import { type GameNames, readCounted, readName, readNumber, splitList } from './read-name.ts'
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
function recipe(groups: Readonly<Record<string, string>>, names: GameNames): Claim | null {
  const { parts = '', made = '' } = groups
  const here = parts.replace(/,? (?:at|on|in|using|and) an? crafting table$/i, '')
  const table = groups.table !== undefined || here !== parts
  const result = readCounted(made, names)
  const counted = splitList(here).map((part) => readCounted(part, names))
  if (result === null || result.count < 1 || counted.length === 0) return null
  const ingredients: Record<string, number> = {}
  for (const part of counted) {
    if (part === null || part.count < 1) return null
    ingredients[part.name] = (ingredients[part.name] ?? 0) + part.count
  }
  return { type: 'recipe', item: result.name, makes: result.count, ingredients, table }
}
