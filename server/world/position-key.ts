import type { Position } from '../../src/core/position.ts'

/** Names a block's position in maps and sets. */
export function positionKey({ x, y, z }: Position): string {
  return `${x},${y},${z}`
}
