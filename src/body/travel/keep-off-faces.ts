/** Half the width of a player, in blocks. */
const HALF_WIDTH = 0.3

/** Blocks. Far more than what rounding adds, far less than what anybody sees. */
const GAP = 1e-9

/**
 * Moves a body off the faces of blocks that its side touches, where rounding has put it inside: 2.3 - 0.3 is less than 2.
 * Mineflayer's physics does not hold a body back from a block in which it is by a hair, and would let it walk on into the
 * wall; a server takes it back, tick after tick, and it is stuck for good. The game itself keeps a gap of 1e-7.
 */
export function keepOffFaces(position: { x: number; z: number }): void {
  position.x += wayOut(position.x)
  position.z += wayOut(position.z)
}

function wayOut(middle: number): number {
  const [low, high] = [middle - HALF_WIDTH, middle + HALF_WIDTH]
  const [belowFace, aboveFace] = [Math.round(low) - low, high - Math.round(high)]
  if (belowFace > 0 && belowFace < GAP) return GAP
  if (aboveFace > 0 && aboveFace < GAP) return -GAP
  return 0
}
