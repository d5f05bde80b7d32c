import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { fluidAt } from './fluid-space.ts'

type Layer = 'air' | 'water' | 'mixed'

/**
 * Whether the water around a bobber is open: five by five blocks, from the one below to two above, every layer all water or
 * all air, and no water above air. Source: Minecraft Wiki, Fishing (open water).
 */
export function isOpenWater(game: Game, position: Position): boolean {
  const center = blockPosition(position)
  let below: Layer = 'mixed'
  for (let y = center.y - 1; y <= center.y + 2; y++) {
    const layer = layerAt(game, { ...center, y })
    if (layer === 'mixed') return false
    if (layer === 'air' && below === 'mixed') return false
    if (layer === 'water' && below === 'air') return false
    below = layer
  }
  return true
}

function layerAt(game: Game, center: Position): Layer {
  const kinds = new Set<Layer>()
  for (let x = center.x - 2; x <= center.x + 2; x++) {
    for (let z = center.z - 2; z <= center.z + 2; z++) kinds.add(kindAt(game, { x, y: center.y, z }))
  }
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? only : 'mixed'
}

function kindAt(game: Game, place: Position): Layer {
  const state = game.world.blockStateAt(place)
  if (state === 0 || game.registry.blockOfState(state).name === 'lily_pad') return 'air'
  const fluid = fluidAt(game, place)
  const isWater = fluid?.name === 'water' && fluid.isSource
  return isWater && game.registry.collisionBoxes(state).length === 0 ? 'water' : 'mixed'
}
