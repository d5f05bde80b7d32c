import type { RecipeValue } from '../../core/skill-values.ts'
import type { Gate } from './gate.ts'

/** Rows of game data as the supervisor sends them: names and numbers that every player sees, no recipes, no drops. */
export type ItemRow = readonly [id: number, name: string, displayName: string, stackSize: number]
export type BlockRow = readonly [
  id: number,
  name: string,
  displayName: string,
  defaultState: number,
  minStateId: number,
  maxStateId: number,
]
export type EntityRow = readonly [id: number, name: string, displayName: string, type: string]

type Named = { readonly id: number; readonly name: string }

/**
 * `mcData` as minecraft-data lays it out. Recipes, drops and harvest tools come from the recipe book and tool knowledge
 * of the attempt.
 */
export function createMcData(gate: Gate, version: string): object {
  const table = <T extends Named>(load: () => readonly T[]) => {
    let loaded: { list: readonly T[]; byId: object; byName: object } | null = null
    return () => {
      loaded ??= index(load())
      return loaded
    }
  }
  const items = table(() => gate.read<ItemRow[]>('data.items').map(itemOf))
  const blocks = table(() => gate.read<BlockRow[]>('data.blocks').map((row) => blockOf(gate, row, items)))
  const entities = table(() => gate.read<EntityRow[]>('data.entities').map(entityOf))
  let recipes: object | null = null
  const mcData = { version: { minecraftVersion: version } }
  return Object.freeze(
    Object.defineProperties(mcData, {
      items: lazy(() => items().byId),
      itemsByName: lazy(() => items().byName),
      itemsArray: lazy(() => items().list),
      blocks: lazy(() => blocks().byId),
      blocksByName: lazy(() => blocks().byName),
      blocksArray: lazy(() => blocks().list),
      entities: lazy(() => entities().byId),
      entitiesByName: lazy(() => entities().byName),
      entitiesArray: lazy(() => entities().list),
      recipes: lazy(() => {
        recipes ??= recipesView(gate, items().list)
        return recipes
      }),
      mobs: lazy(() => entities().byId),
    }),
  )
}

function index<T extends Named>(list: readonly T[]) {
  return {
    list,
    byId: Object.fromEntries(list.map((entry) => [entry.id, entry])),
    byName: Object.fromEntries(list.map((entry) => [entry.name, entry])),
  }
}

function itemOf([id, name, displayName, stackSize]: ItemRow) {
  return { id, name, displayName, stackSize }
}

function entityOf([id, name, displayName, type]: EntityRow) {
  return { id, internalId: id, name, displayName, type }
}

function blockOf(gate: Gate, row: BlockRow, items: () => { readonly byName: object }) {
  const [id, name, displayName, defaultState, minStateId, maxStateId] = row
  const block = { id, name, displayName, defaultState, minStateId, maxStateId }
  const itemId = (item: string): number | null =>
    (Reflect.get(items().byName, item) as Named | undefined)?.id ?? null
  return Object.defineProperties(block, {
    drops: lazy(() => (gate.read<string[] | null>('knownDrops', name) ?? []).map(itemId)),
    harvestTools: lazy(() => {
      const tools = gate.read<string[] | null>('knownHarvestTools', name) ?? []
      return tools.length === 0 ? undefined : Object.fromEntries(tools.map((tool) => [itemId(tool), true]))
    }),
  })
}

/** `mcData.recipes[itemId]`, from the book. */
function recipesView(gate: Gate, items: readonly Named[]): object {
  const recipesOf = (item: Named): PropertyDescriptor =>
    lazy(() => {
      const recipes = gate.read<RecipeValue[]>('recipesAll', item.id, true).map(dataRecipe)
      return recipes.length === 0 ? undefined : recipes
    })
  return Object.defineProperties({}, Object.fromEntries(items.map((item) => [item.id, recipesOf(item)])))
}

function dataRecipe(recipe: RecipeValue): object {
  const result = { id: recipe.result.id, count: recipe.result.count }
  if (recipe.inShape !== null) {
    return { inShape: recipe.inShape.map((row) => row.map(({ id }) => (id < 0 ? null : id))), result }
  }
  const ingredients = (recipe.ingredients ?? []).flatMap(({ id, count }) => Array(Math.abs(count)).fill(id))
  return { ingredients, result }
}

function lazy(get: () => unknown): PropertyDescriptor {
  return { get, enumerable: true }
}
