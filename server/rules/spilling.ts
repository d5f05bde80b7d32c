import type { Position } from '../../src/core/position.ts'
import { emptyOut } from '../game/containers.ts'
import { Furnace } from '../game/furnace.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import type { BlockEntity } from '../world/block-entity.ts'
import { releaseExperience } from './smelting.ts'

/** Lets fall what the block at the position held before it went. */
export function spill(game: Game, position: Position, entity: BlockEntity | null): void {
  for (const stack of emptyOut(entity)) dropFromBlock(game, position, stack)
  if (entity instanceof Furnace) {
    releaseExperience(game, entity, { x: position.x + 0.5, y: position.y + 0.5, z: position.z + 0.5 })
  }
}
