import { Vec3 } from 'vec3'
import type { Position } from '../../core/position.ts'

/** The value as a `Vec3` when it has three numeric coordinates and nothing else; else null. */
export function toVec3(value: unknown): Vec3 | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return null
  return hasCoordinates(value) ? vectorOf(value) : null
}

export function vectorOf(position: Position): Vec3 {
  return new Vec3(position.x, position.y, position.z)
}

/**
 * The position that an argument stands for: a `Vec3`, a plain `{x, y, z}`, or something that has a position, such as a
 * block or an entity. Throws an Error that names the caller and says what to pass.
 */
export function positionOf(value: unknown, caller: string): Position {
  if (hasCoordinates(value)) return { x: value.x, y: value.y, z: value.z }
  const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'position') : null
  if (hasCoordinates(inner)) return { x: inner.x, y: inner.y, z: inner.z }
  throw new TypeError(
    `${caller} needs a position, a Vec3 or something with a position, but got ${nameOf(value)}. ` +
      'A block that bot.findBlock() did not find is null: check for that first.',
  )
}

/** The corner of the block that holds the position. */
export function blockCorner({ x, y, z }: Position): Position {
  return { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
}

/** A short name of the value for messages. */
export function nameOf(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? 'an array' : 'an object'
}

function hasCoordinates(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, z } = value as Record<string, unknown>
  return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)
}
