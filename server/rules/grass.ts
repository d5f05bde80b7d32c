import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { hasLightToGrow, isOpaque } from './brightness.ts'
import { neighbor } from './faces.ts'

const TRIES = 4
const AIR = 0

/**
 * Grass and mycelium die under what lets no light through, and else spread to dirt nearby: one block to the sides, one
 * up and three down. Source: Minecraft Wiki, "Grass Block" (spread).
 */
export function spreadGrass(game: Game, { position, name }: WorldBlock): void {
  if (!canLive(game, position)) {
    game.world.setBlock(position, 'dirt')
    return
  }
  if (!hasLightToGrow(game, neighbor(position, 'up'))) return
  const { random } = game.growth
  for (let time = 0; time < TRIES; time++) {
    const target = {
      x: position.x + random.below(3) - 1,
      y: position.y + random.below(5) - 3,
      z: position.z + random.below(3) - 1,
    }
    if (isDirt(game, target) && canTake(game, target)) plant(game, target, name)
  }
}

function isDirt(game: Game, position: Position): boolean {
  return game.registry.blockOfState(game.world.blockStateAt(position)).name === 'dirt'
}

function plant(game: Game, position: Position, name: string): void {
  const above = game.world.blockAt(neighbor(position, 'up')).name
  game.world.setBlock(position, name, { snowy: String(above === 'snow' || above === 'snow_block') })
}

function canTake(game: Game, position: Position): boolean {
  const above = neighbor(position, 'up')
  const { name, properties } = game.world.blockAt(above)
  const isWet = name === 'water' || properties.waterlogged === 'true'
  return !isWet && canLive(game, position) && hasLightToGrow(game, above)
}

function canLive(game: Game, position: Position): boolean {
  const above = neighbor(position, 'up')
  if (game.world.blockStateAt(above) === AIR) return true
  const { name, properties } = game.world.blockAt(above)
  if (name === 'snow') return properties.layers === '1'
  if (name === 'water' || name === 'lava') return properties.level !== '0'
  return !isOpaque(game, above)
}
