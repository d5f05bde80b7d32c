import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { counterclockwise, type Face, type HorizontalFace, neighbor, opposite } from '../faces.ts'

/**
 * Stairs bend around other stairs of the same half: outwards by those before them, inwards by those behind, unless stairs
 * beside them go on straight (Minecraft Wiki, "Stairs").
 */
export function stairsShape(game: Game, block: WorldBlock): BlockProperties {
  const facing = block.properties.facing as HorizontalFace
  const front = stairsAt(game, block, facing)
  if (front !== null && bends(facing, front) && !goesOn(game, block, opposite(front))) {
    return { shape: front === counterclockwise(facing) ? 'outer_left' : 'outer_right' }
  }
  const back = stairsAt(game, block, opposite(facing))
  if (back !== null && bends(facing, back) && !goesOn(game, block, back)) {
    return { shape: back === counterclockwise(facing) ? 'inner_left' : 'inner_right' }
  }
  return { shape: 'straight' }
}

/** Where the stairs of the same half on that side face; null for other blocks. */
function stairsAt(game: Game, block: WorldBlock, side: Face): HorizontalFace | null {
  const { name, properties } = game.world.blockAt(neighbor(block.position, side))
  if (!name.endsWith('_stairs') || properties.half !== block.properties.half) return null
  return properties.facing as HorizontalFace
}

/** Whether stairs that face so stand across the others. */
function bends(facing: HorizontalFace, other: HorizontalFace): boolean {
  return other !== facing && other !== opposite(facing)
}

/** Whether equal stairs on that side keep these straight. */
function goesOn(game: Game, block: WorldBlock, side: Face): boolean {
  return stairsAt(game, block, side) === block.properties.facing
}
