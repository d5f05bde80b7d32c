import minecraftData from 'minecraft-data'
import { InputError } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import type { BlockRow, EntityRow, ItemRow } from './facade/mc-data.ts'

/**
 * The part of `mcData` that is no secret: names and numbers. The supervisor answers these reads itself, the body is not
 * asked.
 */
export interface GameData {
  /** Null when the method is none of `data.items`, `data.blocks`, `data.entities`. */
  answer(method: string): Json | null
}

export function createGameData(version: string): GameData {
  const data = minecraftData(version)
  if (!data) throw new InputError(`Cannot run skills for Minecraft "${version}": its data is not known.`)
  const tables: Readonly<Record<string, () => Json>> = {
    'data.items': () =>
      data.itemsArray.map(
        ({ id, name, displayName, stackSize }): ItemRow => [id, name, displayName, stackSize],
      ),
    'data.blocks': () => data.blocksArray.map(blockRow),
    'data.entities': () =>
      data.entitiesArray.map(({ id, name, displayName, type }): EntityRow => [id, name, displayName, type]),
  }
  return { answer: (method) => (Object.hasOwn(tables, method) ? (tables[method]?.() ?? null) : null) }
}

function blockRow(block: ReturnType<typeof minecraftData>['blocksArray'][number]): BlockRow {
  const { id, name, displayName, defaultState = 0, minStateId = 0, maxStateId = 0 } = block
  return [id, name, displayName, defaultState, minStateId, maxStateId]
}
