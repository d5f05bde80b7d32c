import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { perState } from '../data/per-state.ts'
import type { Game } from '../game/game.ts'

/** Light that plants need. */
const ENOUGH_LIGHT = 9

/** Whether plants have light enough at the position, by day or night. Source: Minecraft Wiki, "Light" (internal light level). */
export function hasLightToGrow(game: Game, position: Position): boolean {
  const { sky, block } = game.world.lightAt(position)
  return sky >= ENOUGH_LIGHT || block >= ENOUGH_LIGHT
}

/** Whether no light passes through blocks in the state. */
export const stopsLight = perState((registry: GameRegistry, state: number) => {
  const { transparent, boundingBox } = registry.blockOfState(state)
  if (transparent || boundingBox === 'empty') return false
  return registry.collisionBoxes(state).some((box) => box.join() === '0,0,0,1,1,1')
})
