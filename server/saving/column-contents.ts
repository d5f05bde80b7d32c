import type { BlockTicks, DueBlock } from '../game/block-ticks.ts'
import { columnKey, type Game } from '../game/game.ts'
import type { Tag } from '../protocol/tags.ts'
import type { PlacedEntity } from '../world/block-entities.ts'
import { entityTag } from './entity-tags.ts'

/** What is in a column besides its blocks. */
export interface Contents {
  readonly blockEntities: readonly PlacedEntity[]
  readonly fluidTicks: readonly DueBlock[]
  readonly blockTicks: readonly DueBlock[]
  /** Entities that are kept. */
  readonly entities: readonly Tag[]
  /** All entities, also those that are not kept. */
  readonly entityIds: readonly number[]
  /** Whether there is nothing but blocks, entities aside. */
  readonly isBare: boolean
}

/** Looks once through the game for what is in which column. */
export class ColumnContents {
  readonly #game: Game
  readonly #entityIds: ReadonlyMap<string, readonly number[]>
  readonly #fluidTicks: ReadonlyMap<string, readonly DueBlock[]>
  readonly #blockTicks: ReadonlyMap<string, readonly DueBlock[]>

  constructor(game: Game) {
    this.#game = game
    const entities = Map.groupBy(game.entities.values(), ({ position }) => keyOf(position))
    this.#entityIds = new Map([...entities].map(([key, found]) => [key, found.map(({ id }) => id)]))
    this.#fluidTicks = byColumn([game.fluidTicks])
    this.#blockTicks = byColumn([game.buttonTicks, game.redstone.ticks, game.fireTicks])
  }

  of(x: number, z: number): Contents {
    const key = columnKey(x, z)
    const blockEntities = this.#game.world.blockEntitiesIn(x, z)
    const fluidTicks = this.#fluidTicks.get(key) ?? []
    const blockTicks = this.#blockTicks.get(key) ?? []
    const entityIds = this.#entityIds.get(key) ?? []
    return {
      blockEntities,
      fluidTicks,
      blockTicks,
      entityIds,
      entities: entityIds.map((id) => this.#tagOf(id)).filter((tag) => tag !== null),
      isBare: blockEntities.length + fluidTicks.length + blockTicks.length === 0,
    }
  }

  #tagOf(id: number): Tag | null {
    const entity = this.#game.entities.get(id)
    return entity === undefined ? null : entityTag(this.#game, entity)
  }
}

function byColumn(ticks: readonly BlockTicks[]): ReadonlyMap<string, readonly DueBlock[]> {
  const due = ticks.flatMap((one) => one.all())
  return Map.groupBy(due, ({ position }) => keyOf(position))
}

function keyOf({ x, z }: { readonly x: number; readonly z: number }): string {
  return columnKey(Math.floor(x) >> 4, Math.floor(z) >> 4)
}
