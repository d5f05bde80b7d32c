import type { Position } from '../../../src/core/position.ts'
import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import {
  clockwise,
  counterclockwise,
  type Face,
  type HorizontalFace,
  horizontalFaces,
  neighbor,
  opposite,
} from '../faces.ts'

/** How a chest is placed. */
export interface ChestAim {
  readonly position: Position
  /** Where its front would look. */
  readonly facing: HorizontalFace
  /** Side of the block that was clicked. */
  readonly face: Face
  /** Sneaking players join a chest only with the one that they click. */
  readonly sneaking: boolean
}

/** Chests join with single chests beside them that look the same way (Minecraft Wiki, "Chest"). */
export function placedChest(game: Game, name: string, aim: ChestAim): BlockProperties {
  const { position, facing, face, sneaking } = aim
  const single = (side: Face) => {
    const other = game.world.blockAt(neighbor(position, side))
    return other.name === name && other.properties.type === 'single' ? other.properties.facing : null
  }
  if (sneaking) {
    const clicked =
      face === 'up' || face === 'down' ? null : (single(opposite(face)) as HorizontalFace | null)
    if (clicked === null || clicked === face || clicked === opposite(face)) return { facing, type: 'single' }
    return { facing: clicked, type: counterclockwise(clicked) === opposite(face) ? 'right' : 'left' }
  }
  if (single(clockwise(facing)) === facing) return { facing, type: 'left' }
  return { facing, type: single(counterclockwise(facing)) === facing ? 'right' : 'single' }
}

/** The half that a chest becomes beside another half, or `single` where the other half has gone. */
export function chestShape(game: Game, block: WorldBlock): BlockProperties {
  const { type = 'single' } = block.properties
  if (type !== 'single') {
    const partner = partnerOf(game, block)
    const fits = partner !== null && ['single', otherHalf(type)].includes(partner.properties.type ?? '')
    return { type: fits ? type : 'single' }
  }
  for (const side of horizontalFaces) {
    const other = game.world.blockAt(neighbor(block.position, side))
    if (other.kind !== block.kind || other.properties.facing !== block.properties.facing) continue
    if (towardsOther(other) === opposite(side)) return { type: otherHalf(other.properties.type) }
  }
  return { type: 'single' }
}

/** The other half of a large chest; null for single chests. */
export function otherChest(game: Game, block: WorldBlock): WorldBlock | null {
  const partner = partnerOf(game, block)
  return partner?.properties.type === otherHalf(block.properties.type) ? partner : null
}

/** The chest that stands where the other half belongs and looks the same way. */
function partnerOf(game: Game, block: WorldBlock): WorldBlock | null {
  const side = towardsOther(block)
  const other = side === null ? null : game.world.blockAt(neighbor(block.position, side))
  return other?.kind === block.kind && other.properties.facing === block.properties.facing ? other : null
}

/** The side on which the other half stands: a left half has it clockwise of its front. */
function towardsOther({ properties }: WorldBlock): HorizontalFace | null {
  const facing = properties.facing as HorizontalFace
  if (properties.type === 'left') return clockwise(facing)
  return properties.type === 'right' ? counterclockwise(facing) : null
}

function otherHalf(type: string | undefined): string {
  return type === 'left' ? 'right' : 'left'
}
