import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { perState } from '../data/per-state.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { hasLightToGrow, stopsLight } from './brightness.ts'
import { neighbor } from './faces.ts'

const TRIES = 4
/** Bits of what a block lets grass under it do. */
const LIVE = 1
const COME = 2

/**
 * Grass and mycelium die under what lets no light through, and else spread to dirt nearby: one block to the sides, one
 * up and three down. Source: Minecraft Wiki, "Grass Block" (spread).
 */
export function spreadGrass(game: Game, { position, name }: WorldBlock): void {
  const { registry, world } = game
  const above = neighbor(position, 'up')
  if ((coverOf(registry, world.blockStateAt(above)) & LIVE) === 0) {
    world.setBlock(position, 'dirt')
    return
  }
  if (!hasLightToGrow(game, above)) return
  const { random } = game.growth
  for (let time = 0; time < TRIES; time++) {
    const target = {
      x: position.x + random.below(3) - 1,
      y: position.y + random.below(5) - 3,
      z: position.z + random.below(3) - 1,
    }
    if (isDirt(registry, world.blockStateAt(target)) && canTake(game, target)) plant(game, target, name)
  }
}

/**
 * Whether grass lives and finds nothing to spread to, whatever the light: most of a meadow. So it stays until a block up to
 * one block to its sides changes.
 */
export function isSettled({ world, registry }: Game, { x, y, z }: Position): boolean {
  // One place for all looks: there are fifty.
  const place = { x, y: y + 1, z }
  if ((coverOf(registry, world.blockStateAt(place)) & LIVE) === 0) return false
  for (place.x = x - 1; place.x <= x + 1; place.x++) {
    for (place.z = z - 1; place.z <= z + 1; place.z++) {
      place.y = y + 2
      let above = world.blockStateAt(place)
      for (place.y = y + 1; place.y >= y - 3; place.y--) {
        const state = world.blockStateAt(place)
        if (isDirt(registry, state) && (coverOf(registry, above) & COME) !== 0) return false
        above = state
      }
    }
  }
  return true
}

function plant(game: Game, position: Position, name: string): void {
  const above = game.world.blockAt(neighbor(position, 'up')).name
  game.world.setBlock(position, name, { snowy: String(above === 'snow' || above === 'snow_block') })
}

function canTake(game: Game, position: Position): boolean {
  const above = neighbor(position, 'up')
  return (coverOf(game.registry, game.world.blockStateAt(above)) & COME) !== 0 && hasLightToGrow(game, above)
}

/** What a block above does to grass: 1 for what lets it live, and 2 more for what lets it come: not water. */
const coverOf = perState((registry, state) => {
  if (!letsLive(registry, state)) return 0
  const { name } = registry.blockOfState(state)
  const isWet = name === 'water' || registry.propertiesOfState(state).waterlogged === 'true'
  return isWet ? LIVE : LIVE | COME
})

const isDirt = perState((registry, state) => state === registry.state('dirt'))

function letsLive(registry: GameRegistry, state: number): boolean {
  const { name } = registry.blockOfState(state)
  const properties = registry.propertiesOfState(state)
  if (name === 'snow') return properties.layers === '1'
  if (name === 'water' || name === 'lava') return properties.level !== '0'
  return !stopsLight(registry, state)
}
