import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type HorizontalFace, horizontalFaces, neighbor } from '../faces.ts'
import { type AreaOfSide, coversArea } from '../sturdiness.ts'
import { joinsWall } from './connecting.ts'

const near = { low: 0, high: 9 / 16 }
const far = { low: 7 / 16, high: 1 }
const middle = { low: 7 / 16, high: 9 / 16 }

/** What the block above must fill for the arm on that side to be tall. */
const arms: Readonly<Record<HorizontalFace, AreaOfSide>> = {
  north: { u: middle, v: near },
  south: { u: middle, v: far },
  west: { u: near, v: middle },
  east: { u: far, v: middle },
}
const post: AreaOfSide = { u: middle, v: middle }

/** Blocks on top of a wall under which it always has its post. */
const onPosts = /(torch|_sign|_banner|_pressure_plate|^tripwire)$/

/**
 * Arms of a wall to all sides where it joins something, tall where the block above rests on them, and a post unless two
 * equal arms run straight through (Minecraft Wiki, "Wall").
 */
export function wallShape(game: Game, block: WorldBlock): BlockProperties {
  const above = game.world.blockAt(neighbor(block.position, 'up'))
  const boxes = game.registry.collisionBoxes(above.state)
  const armOn = (side: HorizontalFace): string => {
    if (!joinsWall(game, game.world.blockAt(neighbor(block.position, side)), side)) return 'none'
    return coversArea(boxes, 'down', arms[side]) ? 'tall' : 'low'
  }
  const shape = Object.fromEntries(horizontalFaces.map((side) => [side, armOn(side)]))
  const restsOnPost = onPosts.test(above.name) || coversArea(boxes, 'down', post)
  return { ...shape, up: String(hasPost(shape, above, restsOnPost)) }
}

function hasPost(
  { north, south, west, east }: BlockProperties,
  above: WorldBlock,
  restsOnPost: boolean,
): boolean {
  if (above.name.endsWith('_wall') && above.properties.up === 'true') return true
  const differs = (a: string | undefined, b: string | undefined) => (a === 'none') !== (b === 'none')
  const isAlone = [north, south, west, east].every((arm) => arm === 'none')
  if (isAlone || differs(north, south) || differs(west, east)) return true
  if ((north === 'tall' && south === 'tall') || (west === 'tall' && east === 'tall')) return false
  return restsOnPost
}
