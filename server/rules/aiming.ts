import type { Position } from '../../src/core/position.ts'
import type { CollisionBox } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { neighbor } from './faces.ts'
import { fluidAt } from './fluid-space.ts'
import { castRay, lookVector, type RayHit } from './ray-cast.ts'

const SURVIVAL_REACH = 4.5
const CREATIVE_REACH = 5
/** Outline of blocks that one walks through, such as flowers: a little less than the whole block. */
const PLANT_OUTLINE: CollisionBox = [0.1, 0, 0.1, 0.9, 0.8, 0.9]

/**
 * The block that the player looks at from within reach; null for none. Source: Minecraft Wiki, Breaking (reach).
 *
 * @param seesSources whether the look ends at sources of water and lava, as an empty bucket's does; otherwise it goes
 *   through all fluids
 */
export function aimedBlock(game: Game, player: Player, seesSources: boolean): RayHit | null {
  const reach = player.gameMode === 'creative' ? CREATIVE_REACH : SURVIVAL_REACH
  const ray = { from: player.eyes, direction: lookVector(player.yaw, player.pitch), reach }
  return castRay(ray, (position) => [
    ...outline(game, position),
    ...(seesSources ? sourceOutline(game, position) : []),
  ])
}

function outline(game: Game, position: Position): readonly CollisionBox[] {
  const state = game.world.blockStateAt(position)
  const { name } = game.registry.blockOfState(state)
  if (state === 0 || name === 'water' || name === 'lava' || name.endsWith('_air')) return []
  const boxes = game.registry.collisionBoxes(state)
  return boxes.length === 0 ? [PLANT_OUTLINE] : boxes
}

function sourceOutline(game: Game, position: Position): readonly CollisionBox[] {
  const fluid = fluidAt(game, position)
  if (fluid === null || !fluid.isSource) return []
  const isCovered = fluidAt(game, neighbor(position, 'up'))?.name === fluid.name
  return [[0, 0, 0, 1, isCovered ? 1 : 8 / 9, 1]]
}
