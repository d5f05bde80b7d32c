import { claimKey, type RecipeClaim } from '../../core/claim.ts'
import type { Knowledge } from '../../core/knowledge.ts'

/** A place in a recipe: that many of any one of the items. */
export interface Slot {
  readonly items: readonly string[]
  readonly count: number
}

/** A way to get an item that an agent believes in. `relies` holds the keys of the claims that it rests on. */
export type Method =
  | {
      readonly type: 'mine'
      readonly blocks: readonly string[]
      /** Any of these will do; empty for a bare hand; null when it is known only what does not work. */
      readonly tools: readonly string[] | null
      readonly relies: readonly string[]
    }
  | {
      readonly type: 'craft'
      readonly makes: number
      readonly slots: readonly Slot[]
      readonly table: boolean
      readonly relies: readonly string[]
    }
  | { readonly type: 'smelt'; readonly from: readonly string[]; readonly relies: readonly string[] }
  | { readonly type: 'hunt'; readonly mobs: readonly string[]; readonly relies: readonly string[] }

/**
 * All ways to get the item that are believed in.
 *
 * @param bareHandFails blocks of which it is known that a bare hand gets nothing
 */
export function methodsFor(
  item: string,
  knowledge: Knowledge,
  bareHandFails: ReadonlySet<string>,
): readonly Method[] {
  return [
    ...miningMethods(item, knowledge, bareHandFails),
    ...craftingMethods(knowledge.recipesFor(item)),
    ...smeltingMethods(item, knowledge),
    ...huntingMethods(item, knowledge),
  ]
}

/** One method for all blocks that need the same tools. */
function miningMethods(item: string, knowledge: Knowledge, bareHandFails: ReadonlySet<string>): Method[] {
  const groups = new Map<string, { blocks: string[]; tools: readonly string[] | null; relies: string[] }>()
  for (const { block } of knowledge.blocksDropping(item)) {
    const claimed = knowledge.toolFor(block)
    const tools = claimed?.tools ?? (bareHandFails.has(block) ? null : [])
    const sometimes = knowledge.dropsOf(block)?.items[0] !== item
    const key = `${sometimes}:${tools === null ? 'unknown' : [...tools].sort().join()}`
    const group = groups.get(key) ?? { blocks: [], tools, relies: [] }
    group.blocks.push(block)
    group.relies.push(`drop:${block}`, `tool:${block}`)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ type: 'mine', ...group }))
}

function smeltingMethods(item: string, knowledge: Knowledge): Method[] {
  const claims = knowledge.smeltingsFor(item)
  if (claims.length === 0) return []
  return [{ type: 'smelt', from: claims.map((claim) => claim.from), relies: claims.map(claimKey) }]
}

function huntingMethods(item: string, knowledge: Knowledge): Method[] {
  const claims = knowledge.mobsDropping(item)
  if (claims.length === 0) return []
  return [{ type: 'hunt', mobs: claims.map((claim) => claim.mob), relies: claims.map(claimKey) }]
}

type Craft = Extract<Method, { type: 'craft' }>

/**
 * Recipes that differ in a single ingredient are one method with a choice: tools can be made from any planks. Merges the
 * largest such family first, until no two methods can be merged.
 */
function craftingMethods(recipes: readonly RecipeClaim[]): readonly Craft[] {
  const known = merged.get(recipes)
  if (known !== undefined) return known
  const methods = mergedMethods(recipes)
  merged.set(recipes, methods)
  return methods
}

/** A memo of a pure function, by lists that never change. */
const merged = new WeakMap<readonly RecipeClaim[], readonly Craft[]>()

function mergedMethods(recipes: readonly RecipeClaim[]): readonly Craft[] {
  let methods: readonly Craft[] = recipes.map(asMethod)
  for (let family = largestFamily(methods); family !== null; family = largestFamily(methods)) {
    const merged = mergeFamily(family)
    const members = new Set(family.members)
    methods = [...methods.filter((method) => !members.has(method)), merged]
  }
  return methods
}

function asMethod(recipe: RecipeClaim): Craft {
  const slots = Object.entries(recipe.ingredients).map(([item, count]) => ({ items: [item], count }))
  return { type: 'craft', makes: recipe.makes, slots, table: recipe.table, relies: [claimKey(recipe)] }
}

/** Methods that are equal apart from the items of one slot. */
interface Family {
  readonly members: readonly Craft[]
  readonly fixed: readonly Slot[]
  readonly count: number
  readonly choices: readonly string[]
}

function largestFamily(methods: readonly Craft[]): Family | null {
  if (methods.length < 2) return null
  const families = new Map<string, { members: Craft[]; fixed: Slot[]; count: number; choices: string[] }>()
  for (const method of methods) {
    for (const slot of method.slots) {
      const fixed = method.slots.filter((other) => other !== slot)
      const key = JSON.stringify([slot.count, fixed.map(slotKey).sort(), method.makes, method.table])
      const family = families.get(key) ?? { members: [], fixed, count: slot.count, choices: [] }
      family.members.push(method)
      family.choices.push(...slot.items)
      families.set(key, family)
    }
  }
  const [largest] = [...families.values()].sort((a, b) => b.members.length - a.members.length)
  return largest !== undefined && largest.members.length > 1 ? largest : null
}

function mergeFamily({ members, fixed, count, choices }: Family): Craft {
  const [first] = members
  if (first === undefined) throw new Error('A family of recipes has members.')
  const varying: Slot = { items: [...new Set(choices)].sort(), count }
  const relies = members.flatMap((member) => member.relies)
  return { type: 'craft', makes: first.makes, slots: [...fixed, varying], table: first.table, relies }
}

function slotKey(slot: Slot): string {
  return `${slot.count}x${slot.items.join('|')}`
}
