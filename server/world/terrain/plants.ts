import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import type { PositionHash } from './position-hash.ts'

const GRASS_SHARE = 0.12
const FLOWER_SHARE = 0.015
const SALT = { plant: 31, flower: 32 }

/** Grows grass and flowers on the open meadow of one column. */
export type GrowPlants = (column: Column, ground: Int16Array, columnX: number, columnZ: number) => void

export function createPlantGrower(registry: GameRegistry, hash: PositionHash): GrowPlants {
  const meadow = registry.state('grass_block')
  const grass = registry.state(shortGrassName(registry))
  const flowers = [registry.state('dandelion'), registry.state('poppy')]
  return (column, ground, columnX, columnZ) => {
    for (let index = 0; index < 256; index++) {
      const [x, z, y] = [index & 15, index >> 4, ground[index] ?? 0]
      const draw = hash(columnX * 16 + x, columnZ * 16 + z, SALT.plant)
      if (draw > GRASS_SHARE + FLOWER_SHARE) continue
      if (column.stateAt(x, y, z) !== meadow || column.stateAt(x, y + 1, z) !== 0) continue
      const flower =
        flowers[Math.floor(hash(columnX * 16 + x, columnZ * 16 + z, SALT.flower) * flowers.length)]
      column.setState(x, y + 1, z, draw < GRASS_SHARE ? grass : (flower ?? grass))
    }
  }
}

/** The grass of one block's height is called `grass` up to 1.20.2 and `short_grass` since. */
export function shortGrassName(registry: GameRegistry): string {
  return registry.findBlock('short_grass') === null ? 'grass' : 'short_grass'
}
