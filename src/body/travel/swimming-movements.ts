import type { Movements, Vec3 } from '../mineflayer-library.ts'
import { QuickMovements } from './quick-movements.ts'

/** A step of a path. It is a vector too, which the published types leave out. */
type Move = Parameters<Movements['getMoveJumpUp']>[0] & Vec3
type Direction = Parameters<Movements['getMoveJumpUp']>[1]

/**
 * Movements that know that a swimmer at the surface gets onto a bank one block high, as from firm ground. Mineflayer's take
 * deep water for a pit that nobody leaves where its banks are steep.
 */
export class SwimmingMovements extends QuickMovements {
  override getMoveJumpUp(node: Move, direction: Direction, neighbors: Move[]): void {
    super.getMoveJumpUp(node, direction, neighbors)
    if (!this.#isAtSurface(node) || !this.getBlock(node, direction.x, 0, direction.z).physical) return
    this.getMoveForward({ ...node, y: node.y + 1 }, direction, neighbors)
  }

  /** Whether who is here swims, with the head in the air. */
  #isAtSurface(node: Move): boolean {
    return (
      this.getBlock(node, 0, 0, 0).liquid &&
      !this.getBlock(node, 0, -1, 0).physical &&
      !this.getBlock(node, 0, 1, 0).liquid &&
      this.getBlock(node, 0, 1, 0).safe &&
      this.getBlock(node, 0, 2, 0).safe
    )
  }
}
