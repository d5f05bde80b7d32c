import { type Claim, claimKey, type DepthClaim, type FuelClaim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { costTable } from './cost-table.ts'
import { inWords, lastWord, plural, sharedWord } from './kind.ts'
import { type Method, methodsFor, type Slot } from './method.ts'
import type { Situation } from './situation.ts'

/** What is told about one topic: claims for minds that reason, a text for those that read. */
export interface Explanation {
  readonly claims: readonly Claim[]
  readonly text: string
}

/** At most so many claims about one topic: all variants of a recipe fit, and no more than one reply can carry. */
const MOST_CLAIMS = 24

/**
 * All that is believed about how to get a thing, one level deep: its recipes, what drops it and with which tool, what it
 * is smelted from. A block is explained as a thing to mine, too. Null when nothing is believed about it.
 */
export function explain(topic: string, knowledge: Knowledge): Explanation | null {
  const claims = [...gettingClaims(topic, knowledge), ...miningClaims(topic, knowledge)]
  const distinct = [...new Map(claims.map((claim) => [JSON.stringify(claim), claim])).values()]
  if (distinct.length === 0) return null
  const methods = methodsFor(topic, knowledge, new Set()).filter(
    ({ type }) => type !== 'hunt' || huntingClaims(topic, knowledge).length > 0,
  )
  const sentences = [
    ...methods.map((method) => methodSentence(topic, method)),
    ...toolSentence(topic, knowledge),
    ...claims.flatMap((claim) => (claim.type === 'depth' ? [depthSentence(claim)] : [])),
    ...claims.flatMap((claim) => (claim.type === 'contains' ? [claimSentence(claim)] : [])),
  ]
  return { claims: distinct.slice(0, MOST_CLAIMS), text: [...new Set(sentences)].join(' ') }
}

/**
 * One way to get the thing, with the claims that it rests on.
 *
 * @param method a way that the knowledge allows
 */
export function explainWay(topic: string, method: Method, knowledge: Knowledge): Explanation {
  const relies = new Set(method.relies)
  const claims = [...gettingClaims(topic, knowledge), ...miningClaims(topic, knowledge)]
  const depths = claims.filter((claim) => claim.type === 'depth')
  const isMined = method.type === 'mine'
  const resting = claims.filter((claim) => relies.has(claimKey(claim)))
  return {
    claims: [...resting, ...(isMined ? depths : [])],
    text: [methodSentence(topic, method), ...(isMined ? depths.map(depthSentence) : [])].join(' '),
  }
}

/** What burns, for those who are told of a furnace: the kinds of fuel that are thought cheapest for what they smelt. */
export function explainFuels(situation: Situation): Explanation | null {
  const fuels = situation.knowledge.fuels()
  const names = fuels.map(({ item }) => item)
  const costs = costTable(names, situation, new Set())
  const price = ({ item, smelts }: FuelClaim) => costs.cost(item) / smelts
  const sorted = [...fuels].sort((a, b) => price(a) - price(b) || (a.item < b.item ? -1 : 1))
  const families = [...new Set(sorted.map(({ item }) => lastWord(item)))].slice(0, MOST_FUELS)
  const claims = sorted.filter(({ item }) => families.includes(lastWord(item))).slice(0, MOST_CLAIMS)
  if (claims.length === 0) return null
  return { claims, text: `A furnace burns ${listed(claims.map(({ item }) => item))}.` }
}

/** Kinds of fuel, such as any planks. */
const MOST_FUELS = 3

function gettingClaims(item: string, knowledge: Knowledge): readonly Claim[] {
  const drops = knowledge.blocksDropping(item).slice(0, 4)
  const tools = drops.flatMap((drop) => knowledge.toolFor(drop.block) ?? [])
  return [
    ...knowledge.recipesFor(item),
    ...drops,
    ...tools,
    ...drops.flatMap((drop) => knowledge.depthOf(drop.block) ?? []),
    ...knowledge.smeltingsFor(item),
    ...huntingClaims(item, knowledge),
    ...knowledge.storesOf(item),
  ]
}

/** What a mob leaves only now and then is no advice where there is another way. */
function huntingClaims(item: string, knowledge: Knowledge): readonly Claim[] {
  const mobs = knowledge.mobsDropping(item)
  const usual = mobs.filter(({ items }) => items[0] === item)
  const isOnlyWay =
    knowledge.recipesFor(item).length === 0 &&
    knowledge.blocksDropping(item).length === 0 &&
    knowledge.smeltingsFor(item).length === 0
  return (isOnlyWay ? mobs : usual).slice(0, 4)
}

function miningClaims(block: string, knowledge: Knowledge): readonly Claim[] {
  return [knowledge.toolFor(block), knowledge.dropsOf(block), knowledge.depthOf(block)].filter(
    (claim) => claim !== null,
  )
}

function toolSentence(block: string, knowledge: Knowledge): readonly string[] {
  const claim = knowledge.toolFor(block)
  if (claim === null) return []
  return claim.tools.length === 0
    ? [`A bare hand is enough for ${inWords(block)}.`]
    : [`To get something from ${inWords(block)} you need one of: ${listed(claim.tools)}.`]
}

function depthSentence({ block, lowest, highest, best }: DepthClaim): string {
  return `Dig for ${inWords(block)} at heights from ${lowest} to ${highest}, best around ${best}.`
}

function methodSentence(item: string, method: Method): string {
  switch (method.type) {
    case 'craft': {
      const where = method.table ? 'at a crafting table ' : ''
      const parts = method.slots.map(slotWords).join(' and ')
      return `Craft ${method.makes} ${inWords(item)} ${where}from ${parts}.`
    }
    case 'mine': {
      const tools = method.tools?.length ? ` with one of: ${listed(method.tools)}` : ' by hand'
      return `Mine ${listed(method.blocks)}${method.tools === null ? '' : tools} to get ${inWords(item)}.`
    }
    case 'smelt':
      return `Smelt ${listed(method.from)} in a furnace to get ${inWords(item)}.`
    case 'hunt':
      return `Kill ${listed(method.mobs)} to get ${inWords(item)}.`
  }
}

function slotWords({ items, count }: Slot): string {
  return `${count} ${listed(items)}`
}

/** A few names in words. More are left to the claims: `planks of any kind`. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(inWords).join(' or ')
  if (names.length <= MOST_NAMES) return shown
  const word = sharedWord(names)
  return word === null ? `${shown} or others like them` : `${plural(word)} of any kind`
}

const MOST_NAMES = 6
