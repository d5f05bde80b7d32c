import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { hasLightToGrow, stopsLight } from './brightness.ts'
import { neighbor } from './faces.ts'

const TRIES = 4

/**
 * Grass and mycelium die under what lets no light through, and else spread to dirt nearby: one block to the sides, one
 * up and three down. Source: Minecraft Wiki, "Grass Block" (spread).
 */
export function spreadGrass(game: Game, { position, name }: WorldBlock): void {
  const cover = coverOf(game.registry)
  const above = neighbor(position, 'up')
  if (!cover.letsLive(game.world.blockStateAt(above))) {
    game.world.setBlock(position, 'dirt')
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
    if (game.world.blockStateAt(target) === cover.dirt && canTake(game, target)) plant(game, target, name)
  }
}

function plant(game: Game, position: Position, name: string): void {
  const above = game.world.blockAt(neighbor(position, 'up')).name
  game.world.setBlock(position, name, { snowy: String(above === 'snow' || above === 'snow_block') })
}

function canTake(game: Game, position: Position): boolean {
  const above = neighbor(position, 'up')
  return coverOf(game.registry).letsCome(game.world.blockStateAt(above)) && hasLightToGrow(game, above)
}

/** What blocks above do to grass, found out once for each state: chance picks hundreds of blocks of grass in a second. */
class Cover {
  readonly dirt: number
  readonly #registry: GameRegistry
  /** Bits by state: 1 for what lets grass live, 2 for what lets it come. */
  readonly #bits: number[] = []

  constructor(registry: GameRegistry) {
    this.#registry = registry
    this.dirt = registry.state('dirt')
  }

  /** Whether grass stays under the state. */
  letsLive(state: number): boolean {
    return (this.#of(state) & 1) !== 0
  }

  /** Whether grass spreads to dirt under the state: not under water. */
  letsCome(state: number): boolean {
    return (this.#of(state) & 2) !== 0
  }

  #of(state: number): number {
    const known = this.#bits[state]
    if (known !== undefined) return known
    const { name } = this.#registry.blockOfState(state)
    const isWet = name === 'water' || this.#registry.propertiesOfState(state).waterlogged === 'true'
    const lets = letsLive(this.#registry, state)
    const bits = (lets ? 1 : 0) | (lets && !isWet ? 2 : 0)
    this.#bits[state] = bits
    return bits
  }
}

function letsLive(registry: GameRegistry, state: number): boolean {
  const { name } = registry.blockOfState(state)
  const properties = registry.propertiesOfState(state)
  if (name === 'snow') return properties.layers === '1'
  if (name === 'water' || name === 'lava') return properties.level !== '0'
  return !stopsLight(registry, state)
}

const covers = new WeakMap<GameRegistry, Cover>()

function coverOf(registry: GameRegistry): Cover {
  const known = covers.get(registry) ?? new Cover(registry)
  covers.set(registry, known)
  return known
}
