import { createRandom, hashSeed } from '../../../src/core/random.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import { Column } from '../column.ts'
import type { ColumnGenerator } from '../column-generator.ts'
import { createCaveCarver, ROOF } from '../terrain/caves.ts'
import type { Cover } from '../terrain/height-field.ts'
import { createPositionHash } from '../terrain/position-hash.ts'
import { findSpawn } from '../terrain/spawn-search.ts'
import { createVeinFiller } from '../terrain/veins.ts'
import type { ContinentsSettings } from '../world-definition.ts'
import { BIOME_NAMES, BIOMES } from './biomes.ts'
import { createLandField, type Land, type LandField } from './land-field.ts'
import { createLandFiller } from './land-filler.ts'
import { createLavaPools } from './lava-pools.ts'
import { createLiquidFiller } from './liquids.ts'
import { CONTINENT_VEINS, MOUNTAIN_VEINS } from './ores.ts'
import { createSeaPlants } from './sea-plants.ts'
import { createTreesWithin, type TreesWithin } from './tree-map.ts'
import { createContinentTreePlanter } from './tree-planter.ts'
import { createUndergrowth } from './undergrowth.ts'

/**
 * Continents and oceans with rivers, mountains and a dozen biomes, caves that open to the surface here and there, ores
 * by depth, lava in the deepest caves. The same settings and seed give the same blocks on every machine and in every
 * version of the game (as far as names go).
 */
export function createContinentsGenerator(
  registry: GameRegistry,
  settings: ContinentsSettings,
  seed: number,
): ColumnGenerator {
  const random = createRandom(seed)
  const hash = createPositionHash(hashSeed(`${seed}/positions`))
  const field = createLandField(settings, random.fork('land'))
  const treesWithin = createTreesWithin(field, hash)
  const fillLand = createLandFiller(registry, hash, random.fork('soil'))
  const fillVeins = createVeinFiller(registry, CONTINENT_VEINS)
  const fillMountainVeins = createVeinFiller(registry, MOUNTAIN_VEINS)
  const carveCaves = createCaveCarver(random.fork('caves'))
  const fillLiquids = createLiquidFiller(registry)
  const fillLavaPools = createLavaPools(registry, hash)
  const growSeaPlants = createSeaPlants(registry, hash)
  const plantTrees = createContinentTreePlanter(registry, treesWithin, hash)
  const growUndergrowth = createUndergrowth(registry, hash)
  const biomeIds = new Map(BIOME_NAMES.map((name) => [name, registry.biome(name)]))
  return {
    biome: 'plains',
    biomeAt: (x, z) => field.landAt(x, z).biome,
    spawn: () => findSpawn(spawnField(field), { treesWithin }),
    column: (columnX, columnZ) => {
      const column = new Column()
      const lands = landsOf(field, columnX, columnZ)
      column.biomes = Uint16Array.from(cellBiomes(lands), (biome) => biomeIds.get(biome) ?? 0)
      fillLand(column, lands, columnX, columnZ)
      fillVeins(column, random.fork(`veins/${columnX}/${columnZ}`))
      if (lands.some(isMountain)) fillMountainVeins(column, random.fork(`emeralds/${columnX}/${columnZ}`))
      carveCaves(column, carvingGround(field, lands, columnX, columnZ), columnX, columnZ)
      fillLiquids(column, random.fork(`liquids/${columnX}/${columnZ}`))
      const mayOpen = () => isOpen(field, treesWithin, { x: columnX * 16, z: columnZ * 16 })
      fillLavaPools(column, lands, { columnX, columnZ, mayOpen })
      growSeaPlants(column, lands, columnX, columnZ)
      plantTrees(column, columnX, columnZ)
      growUndergrowth(column, lands, columnX, columnZ)
      column.compact()
      return column
    },
  }
}

function landsOf(field: LandField, columnX: number, columnZ: number): readonly Land[] {
  const lands: Land[] = []
  for (let index = 0; index < 256; index++) {
    lands.push(field.landAt(columnX * 16 + (index & 15), columnZ * 16 + (index >> 4)))
  }
  return lands
}

/** Biome of the middle of each of 4×4 cells, x fastest. */
function cellBiomes(lands: readonly Land[]): readonly Land['biome'][] {
  return Array.from({ length: 16 }, (_, cell) => {
    const [x, z] = [(cell & 3) * 4 + 2, (cell >> 2) * 4 + 2]
    return lands[(z << 4) | x]?.biome ?? 'plains'
  })
}

/** Whether no tree stands in the column or near its edge, and no cave opens in it. */
function isOpen(
  field: LandField,
  treesWithin: TreesWithin,
  { x, z }: { readonly x: number; readonly z: number },
): boolean {
  const middle = [x + 8, z + 8] as const
  return (
    treesWithin(x, z, x + 15, z + 15).length === 0 && !field.isCaveMouth(...middle, field.landAt(...middle))
  )
}

function isMountain({ biome }: Land): boolean {
  return biome === 'windswept_hills' || biome === 'snowy_slopes'
}

/** The ground as the carver should see it: raised at mouths by the roof that caves keep, so that they break through. */
function carvingGround(
  field: LandField,
  lands: readonly Land[],
  columnX: number,
  columnZ: number,
): Int16Array {
  return Int16Array.from(lands, (land, index) => {
    const isMouth = field.isCaveMouth(columnX * 16 + (index & 15), columnZ * 16 + (index >> 4), land)
    return isMouth ? land.groundY + ROOF : land.groundY
  })
}

/** The land as the search for a spawn sees it: open grass is what has trees, grass and no cave below it. */
function spawnField(field: LandField) {
  return {
    groundY: (x: number, z: number) => field.landAt(x, z).groundY,
    cover: (x: number, z: number): Cover => {
      const land = field.landAt(x, z)
      if (land.groundY < 62) return 'bottom'
      const isMeadow = BIOMES[land.biome].top === 'grass_block' && land.groundY > 62
      return isMeadow && !isMountain(land) && !field.isCaveMouth(x, z, land) ? 'grass' : 'sand'
    },
  }
}
