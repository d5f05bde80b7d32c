import type { Position } from '../../src/core/position.ts'
import type { Body } from '../game/entity.ts'
import type { Game } from '../game/game.ts'

/** Moves the body along x and z by its velocity as far as no block is in the way. */
export function drift(game: Game, body: Body): void {
  for (const axis of ['x', 'z'] as const) {
    if (body.velocity[axis] === 0) continue
    const next = { ...body.position, [axis]: body.position[axis] + body.velocity[axis] }
    if (isBlocked(game, next)) body.velocity = { ...body.velocity, [axis]: 0 }
    else body.position = next
    body.moved = true
  }
}

/**
 * Height of the first floor that a body meets on its way down; minus infinity where there is none.
 *
 * @param drop blocks that it is about to fall
 */
export function floorBelow(game: Game, { x, y, z }: Position, drop: number): number {
  const lowest = Math.ceil(y - drop) - 1
  for (let blockY = Math.ceil(y) - 1; blockY >= lowest; blockY--) {
    const block = { x: Math.floor(x), y: blockY, z: Math.floor(z) }
    const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
    if (boxes.length > 0) return blockY + Math.max(...boxes.map((box) => box[4] ?? 1))
  }
  return Number.NEGATIVE_INFINITY
}

export function isBlocked(game: Game, { x, y, z }: Position): boolean {
  const feet = { x: Math.floor(x), y: Math.floor(y + 0.001), z: Math.floor(z) }
  return game.registry.collisionBoxes(game.world.blockStateAt(feet)).length > 0
}
