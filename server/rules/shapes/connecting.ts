import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type HorizontalFace, horizontalFaces, neighbor, opposite } from '../faces.ts'
import { isSturdy } from '../sturdiness.ts'

/** Solid blocks that fences, panes and walls do not hold on to. */
const slippery = /(_leaves|shulker_box|^(barrier|carved_pumpkin|jack_o_lantern|melon|pumpkin))$/

/** Fences reach out to fences of their material, gates across them and full sides (Minecraft Wiki, "Fence"). */
export function fenceShape(game: Game, block: WorldBlock): BlockProperties {
  return sidesWhere((side) => {
    const other = game.world.blockAt(neighbor(block.position, side))
    const isFence = other.name.endsWith('_fence') && isNether(other.name) === isNether(block.name)
    return isFence || isGateAcross(other, side) || holdsOn(game, other, side)
  })
}

/** Panes and bars reach out to each other, to walls and to full sides (Minecraft Wiki, "Glass Pane"). */
export function paneShape(game: Game, block: WorldBlock): BlockProperties {
  return sidesWhere((side) => {
    const other = game.world.blockAt(neighbor(block.position, side))
    return isPane(other.name) || other.name.endsWith('_wall') || holdsOn(game, other, side)
  })
}

/** Gates between walls sit lower (Minecraft Wiki, "Fence Gate"). */
export function gateShape(game: Game, block: WorldBlock): BlockProperties {
  const { facing } = block.properties
  const sides: readonly HorizontalFace[] =
    facing === 'north' || facing === 'south' ? ['west', 'east'] : ['north', 'south']
  const inWall = sides.some((side) =>
    game.world.blockAt(neighbor(block.position, side)).name.endsWith('_wall'),
  )
  return { in_wall: String(inWall) }
}

/** Whether a wall reaches out to the block on that side of it (Minecraft Wiki, "Wall"). */
export function joinsWall(game: Game, other: WorldBlock, side: HorizontalFace): boolean {
  return (
    other.name.endsWith('_wall') ||
    isPane(other.name) ||
    isGateAcross(other, side) ||
    holdsOn(game, other, side)
  )
}

function sidesWhere(joins: (side: HorizontalFace) => boolean): BlockProperties {
  return Object.fromEntries(horizontalFaces.map((side) => [side, String(joins(side))]))
}

function holdsOn(game: Game, other: WorldBlock, side: HorizontalFace): boolean {
  return !slippery.test(other.name) && isSturdy(game, other.state, opposite(side))
}

/** Whether the block is a gate that closes the way along the fence on that side of which it stands. */
function isGateAcross({ name, properties }: WorldBlock, side: HorizontalFace): boolean {
  if (!name.endsWith('_fence_gate')) return false
  const isAlongX = side === 'west' || side === 'east'
  const facesX = properties.facing === 'west' || properties.facing === 'east'
  return isAlongX !== facesX
}

function isPane(name: string): boolean {
  return name === 'iron_bars' || name.endsWith('glass_pane')
}

function isNether(name: string): boolean {
  return name.startsWith('nether_brick')
}
