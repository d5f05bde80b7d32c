import type { BlockKind } from './block-kind.ts'
import type { EntityKind } from './entity-kind.ts'
import type { ItemKind } from './item-kind.ts'
import type { RawBlock, RawRecipe, RawRegistry, RawState } from './raw-registry.ts'
import type { Recipe, RecipeResult } from './recipe.ts'

/** Turns minecraft-data's blocks, which refer to items by number, into ours, which use names. */
export function blockKinds(raw: RawRegistry): readonly BlockKind[] {
  return raw.blocksArray.map((block) => ({
    id: block.id,
    name: block.name,
    displayName: block.displayName,
    hardness: block.hardness === null || block.hardness < 0 ? null : block.hardness,
    blastResistance: block.resistance,
    diggable: block.diggable,
    material: block.material ?? 'default',
    transparent: block.transparent,
    emitLight: block.emitLight,
    filterLight: block.filterLight,
    boundingBox: block.boundingBox,
    defaultState: block.defaultState,
    minState: block.minStateId,
    maxState: block.maxStateId,
    properties: (block.states ?? []).map((state) => ({ name: state.name, values: stateValues(state) })),
    harvestTools: harvestTools(raw, block),
    drops: block.drops.map((id) => itemName(raw, id)),
  }))
}

export function itemKinds(raw: RawRegistry): readonly ItemKind[] {
  return raw.itemsArray.map((item) => {
    const food = raw.foodsByName[item.name]
    return {
      id: item.id,
      name: item.name,
      displayName: item.displayName,
      stackSize: item.stackSize,
      maxDurability: item.maxDurability ?? null,
      enchantmentCategories: item.enchantCategories ?? [],
      repairedWith: item.repairWith ?? [],
      food: food === undefined ? null : { foodPoints: food.foodPoints, saturation: food.saturation },
    }
  })
}

export function entityKinds(raw: RawRegistry): readonly EntityKind[] {
  return raw.entitiesArray.map((entity) => ({
    id: entity.id,
    name: entity.name,
    displayName: entity.displayName,
    width: entity.width,
    height: entity.height,
    type: entity.type,
  }))
}

/** Crafting recipes by the item that they make. Leaves out special recipes, which the data lists with result air. */
export function recipesByResult(raw: RawRegistry): ReadonlyMap<string, readonly Recipe[]> {
  const recipes = new Map<string, readonly Recipe[]>()
  for (const group of Object.values(raw.recipes)) {
    for (const entry of group) {
      if (entry.result.count === 0) continue
      const recipe = toRecipe(raw, entry)
      recipes.set(recipe.result.item, [...(recipes.get(recipe.result.item) ?? []), recipe])
    }
  }
  return recipes
}

function toRecipe(raw: RawRegistry, entry: RawRecipe): Recipe {
  const result: RecipeResult = { item: itemName(raw, entry.result.id), count: entry.result.count }
  if (entry.inShape === undefined) {
    return {
      kind: 'shapeless',
      ingredients: (entry.ingredients ?? []).map((id) => itemName(raw, id)),
      result,
    }
  }
  const rows = entry.inShape.map((row) => row.map((id) => (id === null || id < 0 ? null : itemName(raw, id))))
  return { kind: 'shaped', rows, result }
}

function harvestTools(raw: RawRegistry, block: RawBlock): readonly string[] | null {
  if (block.harvestTools === undefined) return null
  return Object.keys(block.harvestTools).map((id) => itemName(raw, Number(id)))
}

function stateValues(state: RawState): readonly string[] {
  if (state.values !== undefined) return state.values
  return state.type === 'bool'
    ? ['true', 'false']
    : Array.from({ length: state.num_values }, (_, index) => String(index))
}

function itemName(raw: RawRegistry, id: number): string {
  const item = raw.items[id]
  if (item === undefined)
    throw new Error(`minecraft-data refers to an item number ${id} that it does not list.`)
  return item.name
}
