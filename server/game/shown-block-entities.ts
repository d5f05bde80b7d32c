import type { Position } from '../../src/core/position.ts'
import { blockEntityType } from '../data/block-entity-type.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { stateCount } from '../data/per-state.ts'
import { rootTag } from '../protocol/tags.ts'
import type { BlockEntity } from '../world/block-entity.ts'
import { MIN_Y, SECTION_SIZE } from '../world/world-bounds.ts'
import { shownTags } from './block-entity-tags.ts'
import type { Game } from './game.ts'

/** A block entity of a column as the `map_chunk` packet lists it: x and z count from the column's corner. */
export interface ShownBlockEntity {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly type: number
  readonly nbtData: unknown
}

/** What clients are told of the block entities of a column, from bottom to top. */
export function shownBlockEntities(
  game: Game,
  columnX: number,
  columnZ: number,
): readonly ShownBlockEntity[] {
  const types = typesOfStates(game)
  const shown: ShownBlockEntity[] = []
  const column = game.world.blocksOf(columnX, columnZ)
  for (const [index, section] of column.sections.entries()) {
    // A section of one state only would be 4096 chests.
    if (typeof section === 'number' || !column.statesIn(index).some((state) => (types[state] ?? -1) >= 0))
      continue
    for (let place = 0; place < section.length; place++) {
      const type = types[section[place] ?? 0] ?? -1
      if (type < 0) continue
      const [x, y, z] = [place & 15, MIN_Y + index * SECTION_SIZE + (place >> 8), (place >> 4) & 15]
      const entity = game.world.blockEntityAt({ x: columnX * 16 + x, y, z: columnZ * 16 + z })
      shown.push({ x, y, z, type, nbtData: dataOf(game, entity) })
    }
  }
  return shown
}

/** Replaces what the block holds and tells everyone who has its column. */
export function showBlockEntity(game: Game, position: Position, entity: BlockEntity): void {
  game.world.setBlockEntity(position, entity)
  const action = typesOfStates(game)[game.world.blockStateAt(position)] ?? -1
  if (action < 0) return
  game.sendNear(position, {
    name: 'tile_entity_data',
    params: { location: position, action, nbtData: dataOf(game, entity) },
  })
}

function dataOf(game: Game, entity: BlockEntity | null): unknown {
  const tags = shownTags(game.protocol.saved, entity)
  return tags === null ? undefined : rootTag(tags)
}

const tables = new WeakMap<GameRegistry, Int16Array>()

/** Number of the kind of block entity by state; below zero for states without one. */
function typesOfStates({ registry, protocol }: Game): Int16Array {
  const known = tables.get(registry)
  if (known !== undefined) return known
  const table = new Int16Array(stateCount(registry)).fill(-1)
  for (const { name, minState, maxState } of registry.blocks) {
    const type = blockEntityType(name)
    if (type !== null) table.fill(protocol.saved.blockEntityTypes.indexOf(type), minState, maxState + 1)
  }
  tables.set(registry, table)
  return table
}
