import type { Position } from '../../src/core/position.ts'
import type { Body } from '../game/entity.ts'
import type { Game } from '../game/game.ts'

/** Bodies may touch a block by this much. */
const TOLERANCE = 1e-3

/** Whether a block of that state at the position would stand inside a player or an animal. */
export function collidesWithBody(game: Game, position: Position, state: number): boolean {
  const boxes = game.registry.collisionBoxes(state)
  if (boxes.length === 0) return false
  const mobs = [...game.entities.ofType('mob')]
  const players = [...game.players.values()].filter(
    (player) => !player.isDead && player.gameMode !== 'spectator',
  )
  return [...players, ...mobs].some((body) => boxes.some((box) => overlaps(body, position, box)))
}

function overlaps(
  body: Body,
  block: Position,
  [x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]: readonly number[],
): boolean {
  const half = body.kind.width / 2 - TOLERANCE
  const { x, y, z } = body.position
  return (
    x + half > block.x + x0 &&
    x - half < block.x + x1 &&
    y + body.kind.height > block.y + y0 &&
    y + TOLERANCE < block.y + y1 &&
    z + half > block.z + z0 &&
    z - half < block.z + z1
  )
}
