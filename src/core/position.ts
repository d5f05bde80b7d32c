import * as z from 'zod'

/** A point in the world, in blocks: x grows to the east, y up, z to the south. */
export const positionSchema = z.strictObject({ x: z.number(), y: z.number(), z: z.number() })

export type Position = Readonly<z.infer<typeof positionSchema>>

/** Straight-line distance between two points, in blocks. */
export function distanceBetween(a: Position, b: Position): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)
}

/** The corner of the block that contains the point. */
export function blockPosition(position: Position): Position {
  return { x: Math.floor(position.x), y: Math.floor(position.y), z: Math.floor(position.z) }
}

export function formatPosition(position: Position): string {
  return `(${round(position.x)}, ${round(position.y)}, ${round(position.z)})`
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}

export function samePosition(one: Position, other: Position): boolean {
  return one.x === other.x && one.y === other.y && one.z === other.z
}
