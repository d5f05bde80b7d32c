import loadRegistry from 'prismarine-registry'
import { describe, expect, test } from 'vitest'
import { type ClickContext, clickWindow } from '../../../../server/inventory/click.ts'
import { craftingTableLayout } from '../../../../server/inventory/crafting-table-window.ts'
import { type ItemStack, itemStack } from '../../../../server/inventory/item-stack.ts'
import { HOTBAR_START, PlayerInventory } from '../../../../server/inventory/player-inventory.ts'
import { createRecipeBook, type RecipeBook } from '../../../../server/inventory/recipe-book.ts'
import { Window } from '../../../../server/inventory/window.ts'
import type { ItemCounts } from '../../../../src/core/item-counts.ts'
import { registryOf, VERSIONS } from '../../server-world/registries.ts'

/** A recipe as minecraft-data lists it, with item numbers. */
interface ListedRecipe {
  readonly inShape?: readonly (readonly (number | null)[])[]
  readonly ingredients?: readonly number[]
  readonly result: { readonly id: number; readonly count: number }
}

interface Listed {
  readonly recipes: Readonly<Record<string, readonly ListedRecipe[]>>
  readonly items: Readonly<Record<number, { readonly name: string }>>
}

/** One recipe laid out on a table: what each of the nine places takes, and what comes of it. */
interface Layout {
  readonly cells: readonly (string | null)[]
  readonly result: ItemStack
}

/** What ingredients leave behind (https://minecraft.wiki/w/Crafting). */
const REMAINDERS: Readonly<Record<string, string>> = {
  milk_bucket: 'bucket',
  water_bucket: 'bucket',
  lava_bucket: 'bucket',
  honey_bottle: 'glass_bottle',
  dragon_breath: 'glass_bottle',
}
/** Slots of the table's window: the result, the grid, and the first of the hotbar. */
const RESULT = 0
const GRID_START = 1
const TABLE_HOTBAR = 37

describe.each(VERSIONS)('every recipe that minecraft-data lists for %s', (version) => {
  const layouts = layoutsOf(loadRegistry(version) as unknown as Listed)
  const registry = registryOf(version)
  const book = createRecipeBook(registry.recipes)
  const stackSize = (name: string) => registry.findItem(name)?.stackSize ?? 64

  test('there are more than a thousand', () => {
    expect(layouts.length).toBeGreaterThan(1000)
  })

  test('makes exactly its result, uses up exactly its ingredients and leaves what vanilla leaves', () => {
    const wrong = layouts.flatMap((layout) => {
      const made = craftByClicks(layout, book, stackSize)
      const isRight = JSON.stringify(made) === JSON.stringify(expectedOf(layout))
      return isRight ? [] : [{ layout, made }]
    })
    expect(wrong).toEqual([])
  })

  test('makes the same when it is laid out the other way round', () => {
    const wrong = layouts.filter(({ cells, result }) => {
      const mirrored = rowsOf(cells).map((row) => row.toReversed())
      const made = book.match(mirrored)
      return made?.item !== result.name || made.count !== result.count
    })
    expect(wrong).toEqual([])
  })
})

/** Special recipes, such as dyeing armour, are listed with an empty result: they cannot be made by a list. */
function layoutsOf({ recipes, items }: Listed): readonly Layout[] {
  const nameOf = (id: number | null) => (id === null || id < 0 ? null : (items[id]?.name ?? null))
  return Object.values(recipes)
    .flat()
    .filter(({ result }) => result.count > 0)
    .map((recipe) => {
      const rows = recipe.inShape ?? chunked(recipe.ingredients ?? [])
      const cells = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => nameOf(rows[y]?.[x] ?? null)))
      return { cells, result: itemStack(nameOf(recipe.result.id) ?? '', recipe.result.count) }
    })
}

function chunked(ingredients: readonly number[]): readonly (readonly number[])[] {
  return [ingredients.slice(0, 3), ingredients.slice(3, 6), ingredients.slice(6)]
}

function rowsOf(cells: Layout['cells']): readonly Layout['cells'][] {
  return [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)]
}

/** Lays the ingredients out and takes the result by the clicks of a player. Gives all that the player has then. */
function craftByClicks(
  { cells }: Layout,
  book: RecipeBook,
  stackSize: ClickContext['stackSize'],
): ItemCounts {
  const inventory = new PlayerInventory(book, stackSize)
  const window = new Window(1, craftingTableLayout(inventory, book))
  const context = contextOf(inventory, stackSize)
  const click = (slot: number) => clickWindow(window, { slot, button: 0, mode: 'pick-up' }, context)
  for (const [cell, name] of cells.entries()) {
    if (name === null) continue
    inventory.storage.put(HOTBAR_START, itemStack(name))
    click(TABLE_HOTBAR)
    click(GRID_START + cell)
  }
  click(RESULT)
  const taken = context.cursor.stack
  return countAll([
    ...window.layout.release(),
    ...inventory.storage.stacks(),
    ...(taken === null ? [] : [taken]),
  ])
}

function contextOf(inventory: PlayerInventory, stackSize: ClickContext['stackSize']): ClickContext {
  const refuse = (stack: ItemStack) => {
    throw new Error(`Crafting threw ${stack.count} ${stack.name} away.`)
  }
  return {
    cursor: { stack: null },
    creative: false,
    stackSize,
    drop: refuse,
    give: (stack) => {
      const rest = inventory.add(stack)
      if (rest !== null) refuse(rest)
    },
  }
}

function expectedOf({ cells, result }: Layout): ItemCounts {
  const remainders = cells.flatMap((name) => (name === null ? [] : (REMAINDERS[name] ?? [])))
  return countAll([result, ...remainders.map((name) => itemStack(name))])
}

/** Counts by name, in the order of the names. */
function countAll(stacks: readonly ItemStack[]): ItemCounts {
  const counts = new Map<string, number>()
  for (const { name, count } of stacks) counts.set(name, (counts.get(name) ?? 0) + count)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
