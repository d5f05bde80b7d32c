import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'

/** Light that plants need. */
const ENOUGH_LIGHT = 9

/** Whether plants have light enough at the position, by day or night. Source: Minecraft Wiki, "Light" (internal light level). */
export function hasLightToGrow(game: Game, position: Position): boolean {
  const { sky, block } = game.world.lightAt(position)
  return sky >= ENOUGH_LIGHT || block >= ENOUGH_LIGHT
}

/** Whether no light passes through the block. */
export function isOpaque(game: Game, position: Position): boolean {
  const state = game.world.blockStateAt(position)
  const known = opacities.get(game.registry) ?? new Map<number, boolean>()
  opacities.set(game.registry, known)
  const isKnownOpaque = known.get(state)
  if (isKnownOpaque !== undefined) return isKnownOpaque
  const isOpaqueState = stopsLight(game.registry, state)
  known.set(state, isOpaqueState)
  return isOpaqueState
}

/** What was found out before, by state. */
const opacities = new WeakMap<GameRegistry, Map<number, boolean>>()

/** Whether no light passes through blocks in the state. */
export function stopsLight(registry: GameRegistry, state: number): boolean {
  const { transparent, boundingBox } = registry.blockOfState(state)
  if (transparent || boundingBox === 'empty') return false
  return registry.collisionBoxes(state).some((box) => box.join() === '0,0,0,1,1,1')
}
