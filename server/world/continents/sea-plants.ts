import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { SEA_LEVEL } from '../terrain/height-field.ts'
import type { PositionHash } from '../terrain/position-hash.ts'
import type { Land } from './land-field.ts'

const SALT = { plant: 91, patch: 92, height: 93 }
const SEAGRASS_SHARE = 0.12
const TALL_SHARE = 0.03
const KELP_SHARE = 0.12
/** Kelp grows in forests that cover this share of the sea. */
const FOREST_SHARE = 0.3
const FOREST_SIZE = 5
/** Water over the ground that kelp needs at least, in blocks. */
const KELP_DEPTH = 4
const KELP_HEIGHT = 12

/** Grows seagrass and kelp below the water of one column (https://minecraft.wiki/w/Seagrass, https://minecraft.wiki/w/Kelp). */
export type GrowSeaPlants = (column: Column, lands: readonly Land[], columnX: number, columnZ: number) => void

export function createSeaPlants(registry: GameRegistry, hash: PositionHash): GrowSeaPlants {
  const seagrass = registry.state('seagrass')
  const tall = [
    registry.state('tall_seagrass', { half: 'lower' }),
    registry.state('tall_seagrass', { half: 'upper' }),
  ]
  const [stem, tip] = [registry.state('kelp_plant'), registry.state('kelp', { age: '20' })]
  return (column, lands, columnX, columnZ) => {
    for (const [index, { groundY, biome }] of lands.entries()) {
      const depth = SEA_LEVEL - groundY
      if (depth < 1) continue
      const [x, z] = [index & 15, index >> 4]
      const [worldX, worldZ] = [columnX * 16 + x, columnZ * 16 + z]
      const draw = hash(worldX, worldZ, SALT.plant)
      const stack = (states: readonly number[]) => {
        for (const [rise, state] of states.entries()) column.setState(x, groundY + 1 + rise, z, state)
      }
      if (draw < SEAGRASS_SHARE) stack([seagrass])
      else if (draw < SEAGRASS_SHARE + TALL_SHARE && depth > 2) stack(tall)
      else if (draw > 1 - KELP_SHARE && biome !== 'river' && depth >= KELP_DEPTH) {
        if (hash(worldX >> FOREST_SIZE, worldZ >> FOREST_SIZE, SALT.patch) > FOREST_SHARE) continue
        const height = 2 + Math.floor(hash(worldX, worldZ, SALT.height) * Math.min(KELP_HEIGHT, depth - 3))
        stack([...new Array<number>(height - 1).fill(stem), tip])
      }
    }
  }
}
