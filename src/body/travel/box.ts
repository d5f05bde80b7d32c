/** A place or a way, in blocks. */
export interface Vector {
  x: number
  y: number
  z: number
}

/** An upright box of a block or a body, in blocks. */
export class Box {
  minX: number
  minY: number
  minZ: number
  maxX: number
  maxY: number
  maxZ: number

  constructor(low: Readonly<Vector>, high: Readonly<Vector>) {
    this.minX = low.x
    this.minY = low.y
    this.minZ = low.z
    this.maxX = high.x
    this.maxY = high.y
    this.maxZ = high.z
  }

  copy(): Box {
    return new Box({ x: this.minX, y: this.minY, z: this.minZ }, { x: this.maxX, y: this.maxY, z: this.maxZ })
  }

  move(x: number, y: number, z: number): void {
    this.minX += x
    this.maxX += x
    this.minY += y
    this.maxY += y
    this.minZ += z
    this.maxZ += z
  }

  /** Grows to where a move would take it, on the side of the move. */
  extend(x: number, y: number, z: number): void {
    if (x < 0) this.minX += x
    else this.maxX += x
    if (y < 0) this.minY += y
    else this.maxY += y
    if (z < 0) this.minZ += z
    else this.maxZ += z
  }
}

/** How far a body gets to the east (below zero: to the west) before it meets one of the boxes, at most the way. */
export function wayEast(body: Box, boxes: readonly Box[], way: number): number {
  let free = way
  if (way === 0) return way
  for (const box of boxes) {
    if (body.maxY <= box.minY || body.minY >= box.maxY || body.maxZ <= box.minZ || body.minZ >= box.maxZ)
      continue
    if (free > 0 && body.maxX <= box.minX) free = Math.min(box.minX - body.maxX, free)
    else if (free < 0 && body.minX >= box.maxX) free = Math.max(box.maxX - body.minX, free)
  }
  return free
}

/** How far a body gets up (below zero: down) before it meets one of the boxes, at most the way. */
export function wayUp(body: Box, boxes: readonly Box[], way: number): number {
  let free = way
  if (way === 0) return way
  for (const box of boxes) {
    if (body.maxX <= box.minX || body.minX >= box.maxX || body.maxZ <= box.minZ || body.minZ >= box.maxZ)
      continue
    if (free > 0 && body.maxY <= box.minY) free = Math.min(box.minY - body.maxY, free)
    else if (free < 0 && body.minY >= box.maxY) free = Math.max(box.maxY - body.minY, free)
  }
  return free
}

/** How far a body gets to the south (below zero: to the north) before it meets one of the boxes, at most the way. */
export function waySouth(body: Box, boxes: readonly Box[], way: number): number {
  let free = way
  if (way === 0) return way
  for (const box of boxes) {
    if (body.maxX <= box.minX || body.minX >= box.maxX || body.maxY <= box.minY || body.minY >= box.maxY)
      continue
    if (free > 0 && body.maxZ <= box.minZ) free = Math.min(box.minZ - body.maxZ, free)
    else if (free < 0 && body.minZ >= box.maxZ) free = Math.max(box.maxZ - body.minZ, free)
  }
  return free
}
