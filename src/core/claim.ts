import * as z from 'zod'
import { assertNever } from './assert-never.ts'
import { itemCountsSchema } from './item-counts.ts'
import { positionSchema } from './position.ts'

const name = z.string().min(1)

/** Crafting the ingredients once gives `makes` of the item; `table` says whether a crafting table is needed. */
export const recipeClaimSchema = z.strictObject({
  type: z.literal('recipe'),
  item: name,
  makes: z.number().int().positive(),
  ingredients: itemCountsSchema,
  table: z.boolean(),
})
/** Smelting one `from` in a furnace gives one `item`. */
export const smeltingClaimSchema = z.strictObject({ type: z.literal('smelting'), item: name, from: name })
/** One `item` as fuel smelts `smelts` items. */
export const fuelClaimSchema = z.strictObject({
  type: z.literal('fuel'),
  item: name,
  smelts: z.number().positive(),
})
/** Harvesting the block can give each of the items, the usual one first; `air` stands for nothing. */
export const dropClaimSchema = z.strictObject({ type: z.literal('drop'), block: name, items: z.array(name) })
/** The block drops something only when harvested with one of the tools; an empty list means that a bare hand will do. */
export const toolClaimSchema = z.strictObject({ type: z.literal('tool'), block: name, tools: z.array(name) })
/** Killing the mob can give each of the items. */
export const mobDropClaimSchema = z.strictObject({
  type: z.literal('mob-drop'),
  mob: name,
  items: z.array(name),
})
/** The block occurs at heights from `lowest` to `highest`, both included, and most often around `best`. */
export const depthClaimSchema = z.strictObject({
  type: z.literal('depth'),
  block: name,
  lowest: z.number().int(),
  highest: z.number().int(),
  best: z.number().int(),
})
/** The block `what` stands at the position. */
export const placeClaimSchema = z.strictObject({
  type: z.literal('place'),
  what: name,
  position: positionSchema,
})
/** The chest, barrel or the like at the position holds that many of the item; 0 says that none is in it. */
export const containsClaimSchema = z.strictObject({
  type: z.literal('contains'),
  position: positionSchema,
  item: name,
  count: z.number().int().nonnegative(),
})
/** The agent owns that many of the item. */
export const holdsClaimSchema = z.strictObject({
  type: z.literal('holds'),
  agent: name,
  item: name,
  count: z.number().int().nonnegative(),
})
/** The agent works on the task, in the task's own words. */
export const doingClaimSchema = z.strictObject({ type: z.literal('doing'), agent: name, task: z.string() })
/** The agent knows how to get or do the thing named by the topic. */
export const knowsClaimSchema = z.strictObject({
  type: z.literal('knows'),
  agent: name,
  topic: name,
  knows: z.boolean(),
})
/** The agent lacks that many of the item. */
export const needsClaimSchema = z.strictObject({
  type: z.literal('needs'),
  agent: name,
  item: name,
  count: z.number().int().nonnegative(),
})

/** The agent is at the position. */
export const atClaimSchema = z.strictObject({ type: z.literal('at'), agent: name, position: positionSchema })
/** The agent would give that many of the item away; 0 says that it will not. */
export const sparesClaimSchema = z.strictObject({
  type: z.literal('spares'),
  agent: name,
  item: name,
  count: z.number().int().nonnegative(),
})
/** The agent has promised the other that many of the item: to bring them to the place, or to put them into a chest there, by the tick. */
export const promiseClaimSchema = z.strictObject({
  type: z.literal('promise'),
  agent: name,
  to: name,
  item: name,
  count: z.number().int().positive(),
  place: positionSchema,
  until: z.number().int(),
  by: z.enum(['hand', 'chest']),
  /**
   * Whether it is still to be kept, has been kept, or came to nothing. `laid`: the items lie in the chest at the place and
   * wait for the other, until the tick for nobody else.
   */
  state: z.enum(['open', 'laid', 'kept', 'broken']),
})
/**
 * The agent does the named part of the team's goal, helps who does, has done it, or leaves it to others. A part that is
 * taken is free after the tick.
 */
export const partClaimSchema = z.strictObject({
  type: z.literal('part'),
  agent: name,
  part: name,
  state: z.enum(['taken', 'helped', 'done', 'released']),
  until: z.number().int(),
})

/** The structured content of a belief or a message: what planners reason with and revision compares. */
export const claimSchema = z.discriminatedUnion('type', [
  recipeClaimSchema,
  smeltingClaimSchema,
  fuelClaimSchema,
  dropClaimSchema,
  toolClaimSchema,
  mobDropClaimSchema,
  depthClaimSchema,
  placeClaimSchema,
  containsClaimSchema,
  holdsClaimSchema,
  doingClaimSchema,
  knowsClaimSchema,
  needsClaimSchema,
  atClaimSchema,
  sparesClaimSchema,
  promiseClaimSchema,
  partClaimSchema,
])

export type RecipeClaim = Readonly<z.infer<typeof recipeClaimSchema>>
export type SmeltingClaim = Readonly<z.infer<typeof smeltingClaimSchema>>
export type FuelClaim = Readonly<z.infer<typeof fuelClaimSchema>>
export type DropClaim = Readonly<z.infer<typeof dropClaimSchema>>
export type ToolClaim = Readonly<z.infer<typeof toolClaimSchema>>
export type MobDropClaim = Readonly<z.infer<typeof mobDropClaimSchema>>
export type DepthClaim = Readonly<z.infer<typeof depthClaimSchema>>
export type PlaceClaim = Readonly<z.infer<typeof placeClaimSchema>>
export type ContainsClaim = Readonly<z.infer<typeof containsClaimSchema>>
export type PromiseClaim = Readonly<z.infer<typeof promiseClaimSchema>>
export type PartClaim = Readonly<z.infer<typeof partClaimSchema>>
export type Claim = Readonly<z.infer<typeof claimSchema>>

/**
 * What the claim is about. Two different claims with the same key contradict each other; claims with different keys
 * never do. A recipe's key holds its ingredients, since an item can have many recipes.
 */
export function claimKey(claim: Claim): string {
  switch (claim.type) {
    case 'recipe':
      return `recipe:${claim.item}:${ingredientKey(claim.ingredients)}`
    case 'smelting':
      return `smelting:${claim.from}`
    case 'fuel':
      return `fuel:${claim.item}`
    case 'drop':
      return `drop:${claim.block}`
    case 'tool':
      return `tool:${claim.block}`
    case 'mob-drop':
      return `mob-drop:${claim.mob}`
    case 'depth':
      return `depth:${claim.block}`
    case 'place':
      return `place:${claim.position.x},${claim.position.y},${claim.position.z}`
    case 'contains':
      return `contains:${claim.position.x},${claim.position.y},${claim.position.z}:${claim.item}`
    case 'holds':
      return `holds:${claim.agent}:${claim.item}`
    case 'doing':
      return `doing:${claim.agent}`
    case 'knows':
      return `knows:${claim.agent}:${claim.topic}`
    case 'needs':
      return `needs:${claim.agent}:${claim.item}`
    case 'at':
      return `at:${claim.agent}`
    case 'spares':
      return `spares:${claim.agent}:${claim.item}`
    case 'promise':
      return `promise:${claim.agent}:${claim.to}:${claim.item}`
    case 'part':
      return `part:${claim.part}:${claim.agent}`
    default:
      return assertNever(claim)
  }
}

/** Equal for equal ingredients, in whatever order. */
export function ingredientKey(ingredients: Readonly<Record<string, number>>): string {
  return Object.entries(ingredients)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, count]) => `${count}x${item}`)
    .join('+')
}
