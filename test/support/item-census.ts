import { Campfire } from '../../server/game/campfire.ts'
import { isStorage } from '../../server/game/containers.ts'
import { Furnace } from '../../server/game/furnace.ts'
import type { Game } from '../../server/game/game.ts'
import type { Player } from '../../server/game/player.ts'
import type { ItemStack } from '../../server/inventory/item-stack.ts'
import { countItems } from './server-actions.ts'

/** Windows with places of their own, which nothing else holds: their numbers. */
const ownPlaces: Readonly<Record<string, readonly number[]>> = {
  crafting: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  anvil: [0, 1],
  grindstone: [0, 1],
  enchantment: [0, 1],
  merchant: [0, 1],
}

/** How many items of each name there are in a game: with players here and gone, in blocks, in windows, on the ground. */
export function itemCensus(game: Game): Readonly<Record<string, number>> {
  const present = [...game.players.values()]
  const names = new Set(present.map(({ name }) => name.toLowerCase()))
  const gone = [...game.departed].filter(([name]) => !names.has(name)).map(([, saved]) => saved)
  return countItems([
    ...present.flatMap(itemsOf),
    ...gone.flatMap(({ items, enderItems }) => [...items, ...enderItems]).filter((stack) => stack !== null),
    ...[...game.world.blockEntities()].flatMap(({ entity }) =>
      isStorage(entity) || entity instanceof Furnace || entity instanceof Campfire
        ? entity.storage.stacks()
        : [],
    ),
    ...[...game.entities.values()].flatMap((entity) => (entity.type === 'item' ? [entity.stack] : [])),
  ])
}

function itemsOf({ inventory, cursor, enderItems, window }: Player): readonly ItemStack[] {
  const inWindow = (ownPlaces[window.layout.kind] ?? []).map((index) => window.slot(index)?.read() ?? null)
  return [
    ...inventory.storage.stacks(),
    ...inventory.grid.ingredients.stacks(),
    ...enderItems.stacks(),
    ...[cursor.stack, ...inWindow].filter((stack) => stack !== null),
  ]
}
