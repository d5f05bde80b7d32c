import { createNoise2D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { SEA_LEVEL } from '../terrain/height-field.ts'
import type { PositionHash } from '../terrain/position-hash.ts'
import { MIN_Y, SECTION_SIZE } from '../world-bounds.ts'
import { BIOMES, type BiomeName } from './biomes.ts'
import type { Land } from './land-field.ts'

const SOIL_DEPTH = 3
const BEDROCK_LAYERS = 5
const DEEPSLATE_TOP = 0
/** Grass does not grow on mountains above this height. */
const TREE_LINE = 104

/** Fills one column from bedrock to the surface, and what lies below the sea level with water. */
export type FillLand = (column: Column, lands: readonly Land[], columnX: number, columnZ: number) => void

export function createLandFiller(registry: GameRegistry, hash: PositionHash, random: Random): FillLand {
  const tops = createTops(registry, random)
  const [stone, deepslate] = [registry.state('stone'), registry.state('deepslate')]
  const [water, bedrock] = [registry.state('water'), registry.state('bedrock')]
  return (column, lands, columnX, columnZ) => {
    const soilBottom = lands.reduce((least, land) => Math.min(least, land.groundY), 400) - SOIL_DEPTH
    const solid = Math.max(0, Math.floor((soilBottom - MIN_Y) / SECTION_SIZE))
    for (let section = 0; section < solid; section++) {
      column.sections[section] = MIN_Y + section * SECTION_SIZE < DEEPSLATE_TOP ? deepslate : stone
    }
    for (const [index, land] of lands.entries()) {
      const [x, z] = [index & 15, index >> 4]
      const [worldX, worldZ] = [columnX * 16 + x, columnZ * 16 + z]
      const { top, under } = tops(land, worldX, worldZ)
      const { groundY } = land
      for (let y = MIN_Y + solid * SECTION_SIZE; y < groundY - SOIL_DEPTH; y++) {
        column.setState(x, y, z, y < DEEPSLATE_TOP ? deepslate : stone)
      }
      for (let y = groundY - SOIL_DEPTH; y < groundY; y++) column.setState(x, y, z, under)
      column.setState(x, groundY, z, top)
      for (let y = groundY + 1; y <= SEA_LEVEL; y++) column.setState(x, y, z, water)
      const layers = 1 + Math.floor(hash(worldX, worldZ, 1) * BEDROCK_LAYERS)
      for (let layer = 0; layer < layers; layer++) column.setState(x, MIN_Y + layer, z, bedrock)
    }
  }
}

interface Top {
  readonly top: number
  readonly under: number
}

function createTops(registry: GameRegistry, random: Random): (land: Land, x: number, z: number) => Top {
  const byBiome = new Map<BiomeName, Top>()
  for (const [name, kind] of Object.entries(BIOMES)) {
    const top = kind.snow ? registry.state(kind.top, { snowy: 'true' }) : registry.state(kind.top)
    byBiome.set(name as BiomeName, { top, under: registry.state(kind.under) })
  }
  const plain = (name: string): Top => ({ top: registry.state(name), under: registry.state(name) })
  const [rock, clay, gravel, sand] = [plain('stone'), plain('clay'), plain('gravel'), plain('sand')]
  const dirt = { top: registry.state('dirt'), under: registry.state('dirt') }
  const patches = createNoise2D(random.fork('patches').float)
  return ({ biome, groundY }, x, z) => {
    const patch = patches(x / 22, z / 22)
    const usual = byBiome.get(biome) ?? dirt
    if (biome === 'windswept_hills') {
      if (patch > 0.7) return gravel
      return groundY > TREE_LINE + 6 * patch || patch < -0.45 ? rock : usual
    }
    if (groundY >= SEA_LEVEL || biome === 'deep_ocean') return usual
    if (patch > 0.55) return clay
    return patch < -0.4 ? sand : usual
  }
}
