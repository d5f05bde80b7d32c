import type { Position } from '../../../src/core/position.ts'
import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import { endsOf, isRail, type RailEnd } from '../../vehicles/rail.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type HorizontalFace, horizontalFaces, neighbor, opposite } from '../faces.ts'

/** Curves by the two sides that they join; only plain rails have them. */
const curves = ['south_east', 'south_west', 'north_west', 'north_east'] as const

/**
 * The shape in which a rail joins the rails around it: straight, up to a higher one, or as a curve. A rail that joins two
 * others already stays as it is. Source: Minecraft Wiki, Rail.
 */
export function railShape(game: Game, block: WorldBlock): BlockProperties {
  const shape = block.properties.shape ?? 'north_south'
  const joined = horizontalFaces.filter((side) => joins(shape, side) && answers(game, block.position, side))
  if (joined.length === 2) return { shape: sloped(game, block.position, shape) }
  const sides = horizontalFaces.filter((side) => isOpenTo(game, block.position, side))
  return { shape: sloped(game, block.position, chosenShape(block.name, shape, sides)) }
}

function chosenShape(name: string, shape: string, sides: readonly HorizontalFace[]): string {
  const has = (side: HorizontalFace) => sides.includes(side)
  const [alongZ, alongX] = [has('north') || has('south'), has('east') || has('west')]
  if (alongZ && alongX && name === 'rail') {
    const curve = curves.find((candidate) =>
      candidate.split('_').every((side) => has(side as HorizontalFace)),
    )
    if (curve !== undefined) return curve
  }
  if (alongZ) return 'north_south'
  if (alongX) return 'east_west'
  return flat(shape)
}

/** A straight rail rises to a rail that lies one higher at one of its ends. */
function sloped(game: Game, position: Position, shape: string): string {
  const straight = flat(shape)
  const ends: Readonly<Record<string, readonly HorizontalFace[]>> = {
    north_south: ['north', 'south'],
    east_west: ['east', 'west'],
  }
  const up = ends[straight]?.find((side) => {
    const above = neighbor(neighbor(position, side), 'up')
    return isRail(game.world.blockAt(above).name)
  })
  return up === undefined ? straight : `ascending_${up}`
}

function flat(shape: string): string {
  if (!shape.startsWith('ascending')) return shape
  return /east|west/.test(shape) ? 'east_west' : 'north_south'
}

/** The rail at that side, on the level, above or below. */
function railBeside(game: Game, position: Position, side: HorizontalFace): WorldBlock | null {
  const beside = neighbor(position, side)
  for (const place of [beside, neighbor(beside, 'up'), neighbor(beside, 'down')]) {
    const block = game.world.blockAt(place)
    if (isRail(block.name)) return block
  }
  return null
}

function joins(shape: string | undefined, side: HorizontalFace): boolean {
  const way = neighbor({ x: 0, y: 0, z: 0 }, side)
  return endsOf(shape).some((end: RailEnd) => end.x === way.x && end.z === way.z)
}

/** Whether the rail at that side leads here. */
function answers(game: Game, position: Position, side: HorizontalFace): boolean {
  const rail = railBeside(game, position, side)
  return rail !== null && joins(rail.properties.shape, opposite(side) as HorizontalFace)
}

/** Whether the rail at that side leads here or has an end to spare. */
function isOpenTo(game: Game, position: Position, side: HorizontalFace): boolean {
  const rail = railBeside(game, position, side)
  if (rail === null) return false
  if (joins(rail.properties.shape, opposite(side) as HorizontalFace)) return true
  const taken = horizontalFaces.filter(
    (end) => joins(rail.properties.shape, end) && answers(game, rail.position, end),
  )
  return taken.length < 2
}
