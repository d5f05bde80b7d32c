import type { Claim } from '../claim.ts'
import { type GameNames, readKinds, readName } from './read-name.ts'
import type { SentenceRule } from './sentence-rule.ts'

type Groups = Readonly<Record<string, string>>

/** How to get a thing, as one tells somebody who asks. One sentence may hold several claims: one for each block, tool or mob. */
export const WAY_RULES: readonly SentenceRule[] = [
  {
    pattern:
      /^(?:you (?:can )?)?mine (?<blocks>.+?)(?: (?<hand>by hand)| with (?:one of:? |an? )?(?<tools>.+?))? to get (?<item>.+)$/i,
    read: mining,
  },
  {
    pattern: /^to get something from (?<block>.+?) you need (?:one of:? |an? )?(?<tools>.+)$/i,
    read: ({ block = '', tools = '' }, names) => toolClaims(readKinds(block, names), readKinds(tools, names)),
  },
  {
    pattern: /^a bare hand is enough for (?<block>.+)$/i,
    read: ({ block = '' }, names) => toolClaims(readKinds(block, names), []),
  },
  {
    pattern: /^(?:you (?:can )?)?smelt (?<from>.+?) in an? furnace (?:to get|to make|into|for) (?<item>.+)$/i,
    read: smelting,
  },
  {
    pattern: /^(?:you (?:can )?)?kill (?<mobs>.+?) to get (?<item>.+)$/i,
    read: hunting,
  },
  {
    pattern:
      /^dig for (?<block>.+?) at heights from (?<lowest>-?\d+) to (?<highest>-?\d+), best around (?<best>-?\d+)$/i,
    read: depth,
  },
]

function mining({ blocks = '', item = '', tools, hand }: Groups, names: GameNames): readonly Claim[] | null {
  const [mined, dropped] = [readKinds(blocks, names), readName(item, names)]
  if (mined === null || dropped === null) return null
  const drops = mined.map((block): Claim => ({ type: 'drop', block, items: [dropped] }))
  if (hand === undefined && tools === undefined) return drops
  const needed = toolClaims(mined, tools === undefined ? [] : readKinds(tools, names))
  return needed === null ? null : [...drops, ...needed]
}

function toolClaims(
  blocks: readonly string[] | null,
  tools: readonly string[] | null,
): readonly Claim[] | null {
  if (blocks === null || tools === null) return null
  return blocks.map((block) => ({ type: 'tool', block, tools: [...tools] }))
}

function smelting({ from = '', item = '' }: Groups, names: GameNames): readonly Claim[] | null {
  const [raw, made] = [readKinds(from, names), readName(item, names)]
  if (raw === null || made === null) return null
  return raw.map((name) => ({ type: 'smelting', item: made, from: name }))
}

function hunting({ mobs = '', item = '' }: Groups, names: GameNames): readonly Claim[] | null {
  const [killed, dropped] = [readKinds(mobs, names), readName(item, names)]
  if (killed === null || dropped === null) return null
  return killed.map((mob) => ({ type: 'mob-drop', mob, items: [dropped] }))
}

function depth({ block = '', ...heights }: Groups, names: GameNames): Claim | null {
  const name = readName(block, names)
  const [lowest, highest, best] = [heights.lowest, heights.highest, heights.best].map(Number)
  if (name === null || lowest === undefined || highest === undefined || best === undefined) return null
  return lowest > highest ? null : { type: 'depth', block: name, lowest, highest, best }
}
