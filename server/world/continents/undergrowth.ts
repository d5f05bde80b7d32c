import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { SEA_LEVEL } from '../terrain/height-field.ts'
import { shortGrassName } from '../terrain/plants.ts'
import type { PositionHash } from '../terrain/position-hash.ts'
import { BIOMES } from './biomes.ts'
import type { Land } from './land-field.ts'

const SALT = { plant: 71, patch: 72, height: 73, cane: 74 }
const PATCH_SHARE = 0.06
const CANE_SHARE = 0.12

/** Grows plants, cactuses, sugar cane and snow on the free ground of one column. */
export type GrowUndergrowth = (
  column: Column,
  lands: readonly Land[],
  columnX: number,
  columnZ: number,
) => void

/** One place on which something may grow. */
interface Plot {
  readonly column: Column
  /** Inside the column. */
  readonly x: number
  readonly z: number
  /** Height of the ground. */
  readonly y: number
  readonly worldX: number
  readonly worldZ: number
}

export function createUndergrowth(registry: GameRegistry, hash: PositionHash): GrowUndergrowth {
  const states = plantStates(registry)
  const [grass, snowyGrass] = [
    registry.state('grass_block'),
    registry.state('grass_block', { snowy: 'true' }),
  ]
  const [sand, water] = [registry.state('sand'), registry.state('water')]
  const [cane, snow] = [registry.state('sugar_cane'), registry.state('snow')]
  const soils = [grass, snowyGrass, sand]
  return (column, lands, columnX, columnZ) => {
    for (const [index, land] of lands.entries()) {
      const { groundY: y, biome } = land
      const [x, z] = [index & 15, index >> 4]
      const plot: Plot = { column, x, z, y, worldX: columnX * 16 + x, worldZ: columnZ * 16 + z }
      const soil = column.stateAt(x, y, z)
      if (!soils.includes(soil) || column.stateAt(x, y + 1, z) !== 0) continue
      if (y === SEA_LEVEL && touches(plot, water)) {
        if (hash(plot.worldX, plot.worldZ, SALT.cane) < CANE_SHARE) grow(plot, cane, hash)
        continue
      }
      const name = choosePlant(plot, BIOMES[biome].plants, hash)
      if (name === 'cactus') {
        if (hasRoom(plot)) grow(plot, states.get(name) ?? 0, hash)
      } else if (name !== null) column.setState(x, y + 1, z, states.get(name) ?? 0)
      else if (BIOMES[biome].snow) column.setState(x, y + 1, z, snow)
    }
  }
}

function plantStates(registry: GameRegistry): ReadonlyMap<string, number> {
  const states = new Map<string, number>()
  for (const { plants } of Object.values(BIOMES)) {
    for (const { block } of plants) {
      const name = block === 'short_grass' ? shortGrassName(registry) : block
      states.set(block, registry.state(name, block === 'sweet_berry_bush' ? { age: '3' } : {}))
    }
  }
  return states
}

function choosePlant(
  { worldX, worldZ }: Plot,
  plants: readonly { readonly block: string; readonly share: number; readonly patches: boolean }[],
  hash: PositionHash,
): string | null {
  let rest = hash(worldX, worldZ, SALT.plant)
  for (const [index, { block, share, patches }] of plants.entries()) {
    if (patches && hash(worldX >> 3, worldZ >> 3, SALT.patch + 100 * index) >= PATCH_SHARE) continue
    if (rest < share) return block
    rest -= share
  }
  return null
}

/** Plants of one to three blocks' height. */
function grow({ column, x, y, z, worldX, worldZ }: Plot, state: number, hash: PositionHash): void {
  const height = 1 + Math.floor(hash(worldX, worldZ, SALT.height) * 3)
  for (let layer = 1; layer <= height; layer++) column.setState(x, y + layer, z, state)
}

/** Whether the ground touches the state on one of the four sides, as far as the column knows. */
function touches(plot: Plot, state: number): boolean {
  return sides(plot, plot.y).includes(state)
}

/** Whether nothing stands beside the block on top of the ground: cactuses need that. */
function hasRoom(plot: Plot): boolean {
  return (
    plot.x > 0 &&
    plot.x < 15 &&
    plot.z > 0 &&
    plot.z < 15 &&
    [1, 2, 3].every((rise) => sides(plot, plot.y + rise).every((state) => state === 0))
  )
}

function sides({ column, x, z }: Plot, y: number): readonly number[] {
  const found: number[] = []
  if (x > 0) found.push(column.stateAt(x - 1, y, z))
  if (x < 15) found.push(column.stateAt(x + 1, y, z))
  if (z > 0) found.push(column.stateAt(x, y, z - 1))
  if (z < 15) found.push(column.stateAt(x, y, z + 1))
  return found
}
