import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import type { PositionHash } from '../terrain/position-hash.ts'
import type { Wood } from './biomes.ts'
import { type CrownLayer, crownOf, WIDEST_CROWN } from './crowns.ts'
import type { ContinentTree, TreesWithin } from './tree-map.ts'

const SALT = 61

/** Plants all trees of which a part lies in the column. */
export type PlantContinentTrees = (column: Column, columnX: number, columnZ: number) => void

export function createContinentTreePlanter(
  registry: GameRegistry,
  treesWithin: TreesWithin,
  hash: PositionHash,
): PlantContinentTrees {
  const woods = woodStates(registry)
  const dirt = registry.state('dirt')
  return (column, columnX, columnZ) => {
    const [minX, minZ] = [columnX * 16, columnZ * 16]
    const reach = WIDEST_CROWN
    const trees = treesWithin(minX - reach, minZ - reach, minX + 15 + reach, minZ + 15 + reach)
    const isInside = (x: number, z: number) => x >= minX && x < minX + 16 && z >= minZ && z < minZ + 16
    for (const { x, z, baseY, height, wood } of trees) {
      if (!isInside(x, z)) continue
      column.setState(x & 15, baseY - 1, z & 15, dirt)
      for (let layer = 0; layer < height; layer++)
        column.setState(x & 15, baseY + layer, z & 15, woods[wood].log)
    }
    const draw: DrawLeaf = (x, y, z, state) => {
      if (isInside(x, z) && column.stateAt(x & 15, y, z & 15) === 0) column.setState(x & 15, y, z & 15, state)
    }
    for (const tree of trees) {
      for (const layer of crownOf(tree.wood, tree.height)) {
        drawLayer(tree, layer, { leaves: woods[tree.wood].leaves, hash, draw })
      }
    }
  }
}

type DrawLeaf = (x: number, y: number, z: number, state: number) => void

interface WoodStates {
  readonly log: number
  /** Leaves by their distance from the trunk, up to 7, which decides whether they decay. */
  readonly leaves: readonly number[]
}

function woodStates(registry: GameRegistry): Readonly<Record<Wood, WoodStates>> {
  const statesOf = (wood: Wood): WoodStates => ({
    log: registry.state(`${wood}_log`),
    leaves: Array.from({ length: 8 }, (_, distance) =>
      registry.state(`${wood}_leaves`, { distance: String(Math.max(1, distance)) }),
    ),
  })
  return {
    oak: statesOf('oak'),
    birch: statesOf('birch'),
    spruce: statesOf('spruce'),
    acacia: statesOf('acacia'),
    jungle: statesOf('jungle'),
  }
}

interface LeafDrawing {
  readonly leaves: readonly number[]
  readonly hash: PositionHash
  readonly draw: DrawLeaf
}

function drawLayer(tree: ContinentTree, layer: CrownLayer, { leaves, hash, draw }: LeafDrawing): void {
  const { radius, rise, corners } = layer
  const y = tree.baseY + tree.height - 1 + rise
  for (let dz = -radius; dz <= radius; dz++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const isCorner = radius > 0 && Math.abs(dx) === radius && Math.abs(dz) === radius
      if (isCorner && corners === 'none') continue
      if (isCorner && corners === 'some' && hash(tree.x + dx, tree.z + dz, SALT + y) < 0.5) continue
      const distance = Math.abs(dx) + Math.abs(dz) + Math.max(0, rise)
      draw(tree.x + dx, y, tree.z + dz, leaves[Math.min(7, distance)] ?? 0)
    }
  }
}
