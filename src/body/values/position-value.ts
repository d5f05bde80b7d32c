import type { Position } from '../../core/position.ts'
import { Vec3 } from '../mineflayer-library.ts'

/** A plain copy without the methods of Vec3. */
export function positionValue(position: Position): Position {
  return { x: position.x, y: position.y, z: position.z }
}

export function toVec3(position: Position): Vec3 {
  return new Vec3(position.x, position.y, position.z)
}

/** The corner of the block that contains the point. */
export function toBlockVec3(position: Position): Vec3 {
  return toVec3(position).floored()
}
