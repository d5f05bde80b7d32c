import type { Position } from '../../../src/core/position.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import type { TerrainSettings } from '../world-definition.ts'
import type { HeightField } from './height-field.ts'
import type { PositionHash } from './position-hash.ts'

/** At most one tree stands in each square of this many blocks. */
const CELL_SIZE = 5
/** Trunks keep off the last rows of their cell, so that two trunks are at least two blocks apart. */
const CELL_ROOM = CELL_SIZE - 1
const CANOPY_RADIUS = 2
const LONE_TREE_SHARE = 0.04
const SALT = { chance: 11, x: 12, z: 13, kind: 14, height: 15, corner: 16 }

/** A tree that stands somewhere in the world. */
export interface Tree {
  readonly x: number
  readonly z: number
  /** Height of the lowest log. */
  readonly baseY: number
  /** Logs in the trunk. */
  readonly height: number
  readonly wood: 'oak' | 'birch'
}

/** Where trees stand: a function of the place, so that a column knows the trees of its neighbours that reach into it. */
export interface TreeMap {
  /** Trees with their trunk in the area, borders included. */
  treesWithin(minX: number, minZ: number, maxX: number, maxZ: number): readonly Tree[]
}

export function createTreeMap(field: HeightField, settings: TerrainSettings, hash: PositionHash): TreeMap {
  const treeInCell = (cellX: number, cellZ: number): Tree | null => {
    const x = cellX * CELL_SIZE + Math.floor(hash(cellX, cellZ, SALT.x) * CELL_ROOM)
    const z = cellZ * CELL_SIZE + Math.floor(hash(cellX, cellZ, SALT.z) * CELL_ROOM)
    const share = field.isGrove(x, z) ? 1 : LONE_TREE_SHARE
    if (hash(cellX, cellZ, SALT.chance) >= settings.treeDensity * share) return null
    const groundY = field.groundY(x, z)
    if (field.cover(x, z, groundY) !== 'grass') return null
    const wood = hash(cellX, cellZ, SALT.kind) < settings.birchShare ? 'birch' : 'oak'
    const height = 5 + Math.floor(hash(cellX, cellZ, SALT.height) * 2)
    return { x, z, baseY: groundY + 1, height, wood }
  }
  return {
    treesWithin: (minX, minZ, maxX, maxZ) => {
      const trees: Tree[] = []
      for (let cellZ = Math.floor(minZ / CELL_SIZE); cellZ <= Math.floor(maxZ / CELL_SIZE); cellZ++) {
        for (let cellX = Math.floor(minX / CELL_SIZE); cellX <= Math.floor(maxX / CELL_SIZE); cellX++) {
          const tree = treeInCell(cellX, cellZ)
          if (tree === null || tree.x < minX || tree.x > maxX || tree.z < minZ || tree.z > maxZ) continue
          trees.push(tree)
        }
      }
      return trees
    },
  }
}

/** Plants all trees of which a part lies in the column. */
export type PlantTrees = (column: Column, columnX: number, columnZ: number) => void

export function createTreePlanter(registry: GameRegistry, map: TreeMap, hash: PositionHash): PlantTrees {
  const states = { oak: woodStates(registry, 'oak'), birch: woodStates(registry, 'birch') }
  const dirt = registry.state('dirt')
  return (column, columnX, columnZ) => {
    const minX = columnX * 16
    const minZ = columnZ * 16
    const reach = CANOPY_RADIUS
    const trees = map.treesWithin(minX - reach, minZ - reach, minX + 15 + reach, minZ + 15 + reach)
    const draw = (x: number, y: number, z: number, state: number, overLeaves: boolean) => {
      if (x < minX || x > minX + 15 || z < minZ || z > minZ + 15) return
      if (!overLeaves && column.stateAt(x - minX, y, z - minZ) !== 0) return
      column.setState(x - minX, y, z - minZ, state)
    }
    for (const tree of trees) {
      drawTrunk(tree, states[tree.wood].log, dirt, draw)
    }
    for (const tree of trees) drawLeaves(tree, states[tree.wood].leaves, hash, draw)
  }
}

type Draw = (x: number, y: number, z: number, state: number, overLeaves: boolean) => void

interface WoodStates {
  readonly log: number
  /** Leaves by their distance from the trunk, 1 to 7, which decides whether they decay. */
  readonly leaves: readonly number[]
}

function woodStates(registry: GameRegistry, wood: string): WoodStates {
  const leaves = Array.from({ length: 8 }, (_, distance) =>
    registry.state(`${wood}_leaves`, { distance: String(Math.max(1, Math.min(7, distance))) }),
  )
  return { log: registry.state(`${wood}_log`), leaves }
}

function drawTrunk(tree: Tree, log: number, dirt: number, draw: Draw): void {
  draw(tree.x, tree.baseY - 1, tree.z, dirt, true)
  for (let layer = 0; layer < tree.height; layer++) draw(tree.x, tree.baseY + layer, tree.z, log, true)
}

/** Two wide layers of leaves around the top of the trunk and two narrow ones on top, with ragged corners. */
function drawLeaves(tree: Tree, leaves: readonly number[], hash: PositionHash, draw: Draw): void {
  const ragged = (x: number, y: number, z: number) => hash(x, z, SALT.corner + y)
  shapeLeaves(tree, ragged, ({ x, y, z }, distance) => draw(x, y, z, leaves[distance] ?? 0, false))
}

/**
 * Names the places of a tree's leaves, with the number of steps from the trunk.
 *
 * @param ragged a number in [0, 1) for a corner of the crown, which is left out below a half
 */
export function shapeLeaves(
  tree: Omit<Tree, 'wood'>,
  ragged: (x: number, y: number, z: number) => number,
  leaf: (place: Position, distance: number) => void,
): void {
  const top = tree.baseY + tree.height
  for (let y = top - 3; y <= top; y++) {
    const radius = y < top - 1 ? CANOPY_RADIUS : 1
    for (let z = tree.z - radius; z <= tree.z + radius; z++) {
      for (let x = tree.x - radius; x <= tree.x + radius; x++) {
        const isCorner = Math.abs(x - tree.x) === radius && Math.abs(z - tree.z) === radius
        if (isCorner && (y === top || ragged(x, y, z) < 0.5)) continue
        const distance = Math.abs(x - tree.x) + Math.abs(z - tree.z) + Math.max(0, y - (top - 1))
        leaf({ x, y, z }, distance)
      }
    }
  }
}
