import type { Claim } from '../claim.ts'
import { type GameNames, readName, readNames, splitList } from './read-name.ts'
import type { SentenceRule } from './sentence-rule.ts'

type Groups = Readonly<Record<string, string>>

/** What comes of mining and killing, with what, and how deep. */
export const ACTING_RULES: readonly SentenceRule[] = [
  {
    pattern: /^killing (?<mob>.+?) (?:can give|gives|drops|yields) (?<items>.+)$/i,
    read: ({ mob = '', items = '' }, names) => mobDrop(mob, items, names),
  },
  {
    pattern: /^(?<mob>.+?) (?:drops?|gives?) (?<items>.+?) when (?:it is |they are )?killed$/i,
    read: ({ mob = '', items = '' }, names) => mobDrop(mob, items, names),
  },
  { pattern: /^mining (?<block>.+?) (?:can give|gives|yields|drops) (?<items>.+)$/i, read: drop },
  {
    pattern: /^(?<block>.+?) drops? (?<items>.+?)(?: when (?:it is |they are )?(?:mined|broken|dug))?$/i,
    read: drop,
  },
  {
    pattern: /^a bare hand is enough to get something from (?<block>.+)$/i,
    read: (groups, names) => tool(groups, [], names),
  },
  {
    pattern: /^(?:mining|digging|harvesting) (?<block>.+?) (?:needs|requires|takes) no tools?$/i,
    read: (groups, names) => tool(groups, [], names),
  },
  {
    pattern: /^(?<block>.+?) (?:can be (?:mined|dug|harvested) (?:by|with bare) hands?|needs no tool)$/i,
    read: (groups, names) => tool(groups, [], names),
  },
  {
    pattern: /^getting something from (?<block>.+?) needs one of these in hand: (?<tools>.+)$/i,
    read: (groups, names) => tool(groups, readNames(groups.tools ?? '', names), names),
  },
  {
    pattern:
      /^(?:mining|digging|harvesting) (?<block>.+?) (?:needs|requires|takes) (?<tools>.+?)(?<better> or better)?$/i,
    read: toolAtLeast,
  },
  {
    pattern: /^(?<block>.+?) (?:needs|requires|must be mined with) (?<tools>.+?)(?<better> or better)?$/i,
    read: toolAtLeast,
  },
  {
    pattern:
      /^(?<block>.+?) (?:occurs?|lies?|is found) (?:at|between) heights? (?:from )?(?<lowest>-?\d+) (?:to|and) (?<highest>-?\d+)(?:, most often (?:around|at) (?<best>-?\d+))?$/i,
    read: depth,
  },
  {
    pattern: /^(?<block>.+?) (?:occurs?|lies?|is found) at height (?<lowest>-?\d+)$/i,
    read: depth,
  },
]

function mobDrop(mob: string, items: string, names: GameNames): Claim | null {
  const [name, dropped] = [readName(mob, names), readNames(items, names)]
  return name === null || dropped === null ? null : { type: 'mob-drop', mob: name, items: [...dropped] }
}

/** "Nothing" among others stands for air: it falls only sometimes. */
function drop({ block = '', items = '' }: Groups, names: GameNames): Claim | null {
  const name = readName(block, names)
  if (name === null) return null
  if (/^nothing$/i.test(items)) return { type: 'drop', block: name, items: [] }
  const dropped = splitList(items).map((item) => (/^nothing$/i.test(item) ? 'air' : readName(item, names)))
  if (!dropped.every((item) => item !== null)) return null
  return { type: 'drop', block: name, items: dropped }
}

function tool({ block = '' }: Groups, tools: readonly string[] | null, names: GameNames): Claim | null {
  const name = readName(block, names)
  return name === null || tools === null ? null : { type: 'tool', block: name, tools: [...tools] }
}

function toolAtLeast(groups: Groups, names: GameNames): Claim | null {
  const named = readNames(groups.tools ?? '', names)
  if (named === null || !named.every((name) => TOOL.test(name))) return null
  return tool(groups, groups.better === undefined ? named : named.flatMap(orBetter), names)
}

const TOOL = /_(pickaxe|axe|shovel|hoe|sword)$|^shears$/

/** Materials by what they can mine; gold mines what wood mines. */
const TIERS = ['wooden', 'golden', 'stone', 'iron', 'diamond', 'netherite']

function orBetter(name: string): readonly string[] {
  const [material = '', kind] = name.split('_')
  const tier = TIERS.indexOf(material)
  return tier < 0 ? [name] : TIERS.slice(tier).map((better) => `${better}_${kind}`)
}

function depth({ block = '', lowest, highest, best }: Groups, names: GameNames): Claim | null {
  const name = readName(block, names)
  const low = Number(lowest)
  const high = highest === undefined ? low : Number(highest)
  if (name === null || low > high) return null
  const middle = best === undefined ? Math.round((low + high) / 2) : Number(best)
  return { type: 'depth', block: name, lowest: low, highest: high, best: middle }
}
