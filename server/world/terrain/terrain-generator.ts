import { createRandom, hashSeed } from '../../../src/core/random.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import { Column } from '../column.ts'
import type { ColumnGenerator } from '../column-generator.ts'
import type { TerrainSettings } from '../world-definition.ts'
import { createCaveCarver } from './caves.ts'
import { createGroundFiller, type Surface } from './ground.ts'
import { type Cover, createHeightField, type HeightField } from './height-field.ts'
import { createPlantGrower } from './plants.ts'
import { createPositionHash } from './position-hash.ts'
import { findSpawn } from './spawn-search.ts'
import { createTreeMap, createTreePlanter } from './trees.ts'
import { createVeinFiller } from './veins.ts'

/**
 * Land to live in: rolling grassland with ponds, groves and bare rocks over stone with ores and tunnels. The same
 * settings and seed give the same blocks on every machine and in every version of the game (as far as names go).
 */
export function createTerrainGenerator(
  registry: GameRegistry,
  settings: TerrainSettings,
  seed: number,
): ColumnGenerator {
  const random = createRandom(seed)
  const hash = createPositionHash(hashSeed(`${seed}/positions`))
  const field = createHeightField(settings, random.fork('height'))
  const trees = createTreeMap(field, settings, hash)
  const fillGround = createGroundFiller(registry, hash)
  const fillVeins = createVeinFiller(registry)
  const carveCaves = createCaveCarver(random.fork('caves'))
  const plantTrees = createTreePlanter(registry, trees, hash)
  const growPlants = createPlantGrower(registry, hash)
  return {
    biome: settings.biome,
    spawn: () => findSpawn(field, trees),
    column: (columnX, columnZ) => {
      const column = new Column()
      const surface = surfaceOf(field, columnX, columnZ)
      fillGround(column, surface, columnX, columnZ)
      fillVeins(column, random.fork(`veins/${columnX}/${columnZ}`))
      if (settings.caves) carveCaves(column, surface.ground, columnX, columnZ)
      plantTrees(column, columnX, columnZ)
      growPlants(column, surface.ground, columnX, columnZ)
      column.compact()
      return column
    },
  }
}

function surfaceOf(field: HeightField, columnX: number, columnZ: number): Surface {
  const ground = new Int16Array(256)
  const covers: Cover[] = []
  for (let index = 0; index < 256; index++) {
    const x = columnX * 16 + (index & 15)
    const z = columnZ * 16 + (index >> 4)
    const groundY = field.groundY(x, z)
    ground[index] = groundY
    covers.push(field.cover(x, z, groundY))
  }
  return { ground, covers }
}
