import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recipe } from '../../../../server/data/recipe.ts'
import { Furnace } from '../../../../server/game/furnace.ts'
import { type ClickContext, clickModeOf, clickWindow } from '../../../../server/inventory/click.ts'
import { craftingTableLayout } from '../../../../server/inventory/crafting-table-window.ts'
import { armorPlaceOf } from '../../../../server/inventory/equipment.ts'
import { furnaceLayout } from '../../../../server/inventory/furnace-window.ts'
import { type ItemStack, itemStack } from '../../../../server/inventory/item-stack.ts'
import { ItemStorage } from '../../../../server/inventory/item-storage.ts'
import { PlayerInventory } from '../../../../server/inventory/player-inventory.ts'
import { createRecipeBook } from '../../../../server/inventory/recipe-book.ts'
import { storageLayout } from '../../../../server/inventory/storage-window.ts'
import { Window, type WindowLayout } from '../../../../server/inventory/window.ts'

/** What each item is worth in sticks: crafting keeps the sum. */
const worth: Readonly<Record<string, number>> = {
  oak_log: 8,
  oak_planks: 2,
  stick: 1,
  crafting_table: 8,
  ladder: 7 / 3,
  coal: 100,
  iron_helmet: 10_000,
  ender_pearl: 300,
}
const stackSizes: Readonly<Record<string, number>> = { iron_helmet: 1, ender_pearl: 16 }
const stackSize = (name: string) => stackSizes[name] ?? 64

const recipes: readonly Recipe[] = [
  { kind: 'shapeless', ingredients: ['oak_log'], result: { item: 'oak_planks', count: 4 } },
  { kind: 'shaped', rows: [['oak_planks'], ['oak_planks']], result: { item: 'stick', count: 4 } },
  {
    kind: 'shaped',
    rows: [
      ['oak_planks', 'oak_planks'],
      ['oak_planks', 'oak_planks'],
    ],
    result: { item: 'crafting_table', count: 1 },
  },
  {
    kind: 'shaped',
    rows: [
      ['stick', null, 'stick'],
      ['stick', 'stick', 'stick'],
      ['stick', null, 'stick'],
    ],
    result: { item: 'ladder', count: 3 },
  },
]

interface Table {
  readonly window: Window
  readonly inventory: PlayerInventory
  readonly dropped: ItemStack[]
  readonly context: ClickContext
}

const layouts: Readonly<Record<string, (inventory: PlayerInventory) => WindowLayout>> = {
  inventory: (inventory) => inventory.window.layout,
  'crafting table': (inventory) => craftingTableLayout(inventory, createRecipeBook(recipes)),
  chest: (inventory) =>
    storageLayout({ kind: 'chest', title: 'Chest', contents: [new ItemStorage(27)] }, inventory),
  'large chest': (inventory) =>
    storageLayout(
      { kind: 'large_chest', title: 'Chest', contents: [new ItemStorage(27), new ItemStorage(27)] },
      inventory,
    ),
  furnace: (inventory) =>
    furnaceLayout({ furnace: new Furnace(), title: 'Furnace', taken: () => undefined }, inventory),
}

function setTable(kind: string, creative = false): Table {
  const inventory = new PlayerInventory(createRecipeBook(recipes), stackSize)
  const layout = layouts[kind]
  if (layout === undefined) throw new Error(`No window of kind "${kind}".`)
  const dropped: ItemStack[] = []
  const context: ClickContext = {
    cursor: { stack: null },
    creative,
    stackSize,
    drop: (stack) => dropped.push(stack),
    give: (stack) => {
      const rest = inventory.add(stack)
      if (rest !== null) dropped.push(rest)
    },
  }
  return { window: new Window(1, layout(inventory)), inventory, dropped, context }
}

function allStacks({ window, dropped, context, inventory }: Table): readonly ItemStack[] {
  const shown = window.layout.slots.flatMap((slot) => (slot.consume === null ? (slot.read() ?? []) : []))
  const hidden =
    window.layout.kind === 'inventory'
      ? []
      : [5, 6, 7, 8, 45].flatMap((place) => inventory.storage.at(place) ?? [])
  return [...shown, ...hidden, ...dropped, ...(context.cursor.stack === null ? [] : [context.cursor.stack])]
}

function totalWorth(table: Table): number {
  const sum = allStacks(table).reduce(
    (total, stack) => total + stack.count * (worth[stack.name] ?? Number.NaN),
    0,
  )
  return Math.round(sum * 1000) / 1000
}

const stacks = fc
  .constantFrom('oak_log', 'oak_planks', 'stick', 'coal', 'iron_helmet', 'ender_pearl')
  .chain((name) => fc.integer({ min: 1, max: stackSize(name) }).map((count) => itemStack(name, count)))
const contents = fc.array(fc.record({ place: fc.constantFrom(9, 10, 11, 12, 36, 37, 44, 45), stack: stacks }))
const clicks = fc.array(
  fc.record({
    // Mostly a few places, so that clicks meet.
    slot: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(0, 1, 2, 3, 5, 9, 10, 11, 36, 37) },
      { weight: 2, arbitrary: fc.integer({ min: -2, max: 63 }) },
      { weight: 1, arbitrary: fc.constant(-999) },
    ),
    button: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, 1) },
      { weight: 1, arbitrary: fc.integer({ min: -1, max: 41 }) },
    ),
    mode: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 5, 6),
  }),
  { maxLength: 60 },
)

describe.each(Object.keys(layouts))('any clicks in the window of kind "%s"', (kind) => {
  test('create and lose nothing, and respect all limits', () => {
    fc.assert(
      fc.property(contents, clicks, (filling, sequence) => {
        const table = setTable(kind)
        for (const { place, stack } of filling) table.inventory.storage.put(place, stack)
        const before = totalWorth(table)
        for (const { slot, button, mode } of sequence) {
          clickWindow(table.window, { slot, button, mode: clickModeOf(mode) ?? 'pick-up' }, table.context)
          expect(totalWorth(table)).toBe(before)
        }
        for (const stack of allStacks(table)) {
          expect(stack.count).toBeGreaterThan(0)
          expect(stack.count).toBeLessThanOrEqual(stackSize(stack.name))
        }
        for (const place of [5, 6, 7, 8]) {
          const worn = table.inventory.storage.at(place)
          if (worn !== null) expect(armorPlaceOf(worn.name)).toBe('head')
        }
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})

describe('clickWindow()', () => {
  function click(table: Table, slot: number, button: number, mode: number): void {
    clickWindow(table.window, { slot, button, mode: clickModeOf(mode) ?? 'pick-up' }, table.context)
  }

  function lines(table: Table, ...places: readonly number[]): readonly string[] {
    return places.map((place) => {
      const stack = table.window.slot(place)?.read() ?? null
      return stack === null ? '' : `${stack.count} ${stack.name}`
    })
  }

  test('picks up the larger half with the right button and puts one down', () => {
    const table = setTable('inventory')
    table.inventory.storage.put(9, itemStack('coal', 5))
    click(table, 9, 1, 0)
    expect(table.context.cursor.stack).toEqual(itemStack('coal', 3))
    click(table, 10, 1, 0)
    expect(lines(table, 9, 10)).toEqual(['2 coal', '1 coal'])
  })

  test('fills a stack only up to its size', () => {
    const table = setTable('inventory')
    table.inventory.storage.put(9, itemStack('ender_pearl', 10))
    table.inventory.storage.put(10, itemStack('ender_pearl', 12))
    click(table, 9, 0, 0)
    click(table, 10, 0, 0)
    expect(lines(table, 9, 10)).toEqual(['', '16 ender_pearl'])
    expect(table.context.cursor.stack).toEqual(itemStack('ender_pearl', 6))
  })

  test('crafts one result at a time with left clicks, and all with a shift click', () => {
    const table = setTable('crafting table')
    table.window.slot(5)?.write(itemStack('oak_log', 3))
    click(table, 0, 0, 0)
    expect(table.context.cursor.stack).toEqual(itemStack('oak_planks', 4))
    expect(lines(table, 0, 5)).toEqual(['4 oak_planks', '2 oak_log'])
    click(table, 0, 0, 1)
    expect(lines(table, 0, 5, 45)).toEqual(['', '', '8 oak_planks'])
  })

  test('does not craft when the result does not fit', () => {
    const table = setTable('inventory')
    for (let place = 9; place < 45; place++) table.inventory.storage.put(place, itemStack('coal', 64))
    table.window.slot(1)?.write(itemStack('oak_log', 1))
    click(table, 0, 0, 1)
    expect(lines(table, 0, 1)).toEqual(['4 oak_planks', '1 oak_log'])
    table.context.cursor.stack = itemStack('coal', 1)
    click(table, 0, 0, 0)
    expect(lines(table, 0, 1)).toEqual(['4 oak_planks', '1 oak_log'])
  })

  test('a shift click puts a helmet on and takes it off', () => {
    const table = setTable('inventory')
    table.inventory.storage.put(40, itemStack('iron_helmet'))
    click(table, 40, 0, 1)
    expect(lines(table, 5, 40)).toEqual(['1 iron_helmet', ''])
    click(table, 5, 0, 1)
    expect(lines(table, 5, 9)).toEqual(['', '1 iron_helmet'])
  })

  test('a shift click in a chest fills part-filled stacks first', () => {
    const table = setTable('chest')
    table.window.slot(3)?.write(itemStack('coal', 60))
    table.window.slot(30)?.write(itemStack('coal', 10))
    click(table, 30, 0, 1)
    expect(lines(table, 0, 3, 30)).toEqual(['6 coal', '64 coal', ''])
  })

  test('drags evenly with the left button and singly with the right', () => {
    const table = setTable('chest')
    table.context.cursor.stack = itemStack('coal', 11)
    for (const [slot, button] of [
      [-999, 0],
      [0, 1],
      [1, 1],
      [2, 1],
      [-999, 2],
    ] as const)
      click(table, slot, button, 5)
    expect(lines(table, 0, 1, 2)).toEqual(['3 coal', '3 coal', '3 coal'])
    for (const [slot, button] of [
      [-999, 4],
      [0, 5],
      [1, 5],
      [-999, 6],
    ] as const)
      click(table, slot, button, 5)
    expect(lines(table, 0, 1, 2)).toEqual(['4 coal', '4 coal', '3 coal'])
    expect(table.context.cursor.stack).toBeNull()
  })

  test('clones for creative players only', () => {
    for (const creative of [false, true]) {
      const table = setTable('inventory', creative)
      table.inventory.storage.put(9, itemStack('coal', 1))
      click(table, 9, 2, 3)
      expect(table.context.cursor.stack).toEqual(creative ? itemStack('coal', 64) : null)
    }
  })
})
