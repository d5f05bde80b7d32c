import type { PositionHash } from '../terrain/position-hash.ts'
import { BIOMES, type Wood } from './biomes.ts'
import type { LandField } from './land-field.ts'

/** A tree that stands somewhere on the continents. */
export interface ContinentTree {
  readonly x: number
  readonly z: number
  /** Height of the lowest log. */
  readonly baseY: number
  /** Logs in the trunk. */
  readonly height: number
  readonly wood: Wood
}

/** Trees with their trunk in the area, borders included. */
export type TreesWithin = (minX: number, minZ: number, maxX: number, maxZ: number) => readonly ContinentTree[]

/** At most one tree stands in each square of this many blocks. */
const CELL_SIZE = 5
/** Trunks keep off the last row of their cell, so that two trunks are at least two blocks apart. */
const CELL_ROOM = CELL_SIZE - 1
const SALT = { chance: 51, x: 52, z: 53, kind: 54, height: 55 }
/** Logs of the lowest tree of a wood and how many more there may be (https://minecraft.wiki/w/Tree). */
const HEIGHTS: Readonly<Record<Wood, readonly [least: number, more: number]>> = {
  oak: [4, 3],
  birch: [5, 3],
  spruce: [6, 4],
  acacia: [5, 3],
  jungle: [7, 6],
}
/** Trees stop where mountains are bare. */
const HIGHEST = 100

export function createTreesWithin(field: LandField, hash: PositionHash): TreesWithin {
  const treeInCell = (cellX: number, cellZ: number): ContinentTree | null => {
    const x = cellX * CELL_SIZE + Math.floor(hash(cellX, cellZ, SALT.x) * CELL_ROOM)
    const z = cellZ * CELL_SIZE + Math.floor(hash(cellX, cellZ, SALT.z) * CELL_ROOM)
    const land = field.landAt(x, z)
    const { treeDensity, woods } = BIOMES[land.biome]
    if (hash(cellX, cellZ, SALT.chance) >= treeDensity) return null
    if (land.groundY > HIGHEST || field.isCaveMouth(x, z, land)) return null
    const wood = woods[Math.floor(hash(cellX, cellZ, SALT.kind) * woods.length)] ?? 'oak'
    const [least, more] = HEIGHTS[wood]
    const height = least + Math.floor(hash(cellX, cellZ, SALT.height) * more)
    return { x, z, baseY: land.groundY + 1, height, wood }
  }
  return (minX, minZ, maxX, maxZ) => {
    const trees: ContinentTree[] = []
    for (let cellZ = Math.floor(minZ / CELL_SIZE); cellZ <= Math.floor(maxZ / CELL_SIZE); cellZ++) {
      for (let cellX = Math.floor(minX / CELL_SIZE); cellX <= Math.floor(maxX / CELL_SIZE); cellX++) {
        const tree = treeInCell(cellX, cellZ)
        if (tree === null || tree.x < minX || tree.x > maxX || tree.z < minZ || tree.z > maxZ) continue
        trees.push(tree)
      }
    }
    return trees
  }
}
