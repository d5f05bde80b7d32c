import type { Position } from '../../src/core/position.ts'

/** Sides of a block in the order of their protocol numbers. */
export const faces = ['down', 'up', 'north', 'south', 'west', 'east'] as const

export type Face = (typeof faces)[number]
export type HorizontalFace = Exclude<Face, 'up' | 'down'>

export const horizontalFaces: readonly HorizontalFace[] = ['north', 'south', 'west', 'east']

const offsets: Readonly<Record<Face, Position>> = {
  down: { x: 0, y: -1, z: 0 },
  up: { x: 0, y: 1, z: 0 },
  north: { x: 0, y: 0, z: -1 },
  south: { x: 0, y: 0, z: 1 },
  west: { x: -1, y: 0, z: 0 },
  east: { x: 1, y: 0, z: 0 },
}

const opposites: Readonly<Record<Face, Face>> = {
  down: 'up',
  up: 'down',
  north: 'south',
  south: 'north',
  west: 'east',
  east: 'west',
}

/** The block on that side of the position. */
export function neighbor(position: Position, face: Face): Position {
  const offset = offsets[face]
  return { x: position.x + offset.x, y: position.y + offset.y, z: position.z + offset.z }
}

export function opposite(face: HorizontalFace): HorizontalFace
export function opposite(face: Face): Face
export function opposite(face: Face): Face {
  return opposites[face]
}

/** The next direction to the right. */
export function clockwise(face: HorizontalFace): HorizontalFace {
  return compass[(compass.indexOf(face) + 1) & 3] ?? face
}

/** The next direction to the left. */
export function counterclockwise(face: HorizontalFace): HorizontalFace {
  return compass[(compass.indexOf(face) + 3) & 3] ?? face
}

const compass: readonly HorizontalFace[] = ['south', 'west', 'north', 'east']

/** The horizontal direction that a player with the yaw looks in. */
export function horizontalDirection(yaw: number): HorizontalFace {
  return compass[Math.floor(yaw / 90 + 0.5) & 3] ?? 'south'
}

/** The direction that a player looks in, up and down included. */
export function lookDirection(yaw: number, pitch: number): Face {
  if (pitch > 45) return 'down'
  return pitch < -45 ? 'up' : horizontalDirection(yaw)
}
