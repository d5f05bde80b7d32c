import { createNoise3D, type NoiseFunction3D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import type { Column } from '../column.ts'
import { MIN_Y } from '../world-bounds.ts'

/** Caves keep this many blocks of roof, so that nobody falls in and no pond runs dry. */
export const ROOF = 7
const LOWEST = MIN_Y + 6
/** Noise is read at the corners of cells this large and interpolated between them. */
const CELL = 4
const CORNERS = 16 / CELL + 1
/** A tunnel is where two noises are both this close to zero. */
const WIDTH = 0.1
const AIR = 0

/** Digs tunnels below the surface of one column. */
export type CarveCaves = (column: Column, ground: Int16Array, columnX: number, columnZ: number) => void

export function createCaveCarver(random: Random): CarveCaves {
  const first = createNoise3D(random.fork('first').float)
  const second = createNoise3D(random.fork('second').float)
  return (column, ground, columnX, columnZ) => {
    const layers = Math.ceil((Math.max(...ground) - ROOF - LOWEST) / CELL) + 1
    if (layers < 2) return
    const place = { x: columnX * 16, z: columnZ * 16, layers }
    const firstGrid = sample(first, place)
    const secondGrid = sample(second, place)
    for (let cell = 0; cell < (layers - 1) * 16; cell++) {
      const corner = cornerOf(cell)
      if (!mayHoldTunnel(firstGrid, corner) || !mayHoldTunnel(secondGrid, corner)) continue
      carveCell({ column, ground, firstGrid, secondGrid }, cell, corner)
    }
  }
}

interface Carving {
  readonly column: Column
  readonly ground: Int16Array
  readonly firstGrid: Float64Array
  readonly secondGrid: Float64Array
}

function sample(
  noise: NoiseFunction3D,
  place: { readonly x: number; readonly z: number; readonly layers: number },
): Float64Array {
  const grid = new Float64Array(place.layers * CORNERS * CORNERS)
  let index = 0
  for (let layer = 0; layer < place.layers; layer++) {
    for (let z = 0; z < CORNERS; z++) {
      for (let x = 0; x < CORNERS; x++) {
        grid[index++] = noise(
          (place.x + x * CELL) / 52,
          (LOWEST + layer * CELL) / 34,
          (place.z + z * CELL) / 52,
        )
      }
    }
  }
  return grid
}

/** Index of the cell's lowest corner in a grid; cells count x fastest, then z, then y. */
function cornerOf(cell: number): number {
  return (cell >> 4) * CORNERS * CORNERS + ((cell >> 2) & 3) * CORNERS + (cell & 3)
}

/** Interpolated values lie between those of the corners, so most cells need no closer look. */
function mayHoldTunnel(grid: Float64Array, corner: number): boolean {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (let dy = 0; dy < 2; dy++) {
    for (let dz = 0; dz < 2; dz++) {
      for (let dx = 0; dx < 2; dx++) {
        const value = grid[corner + (dy * CORNERS + dz) * CORNERS + dx] ?? 0
        lowest = Math.min(lowest, value)
        highest = Math.max(highest, value)
      }
    }
  }
  return lowest < WIDTH && highest > -WIDTH
}

function carveCell(carving: Carving, cell: number, corner: number): void {
  const { column, ground, firstGrid, secondGrid } = carving
  const [startX, startY, startZ] = [(cell & 3) * CELL, LOWEST + (cell >> 4) * CELL, ((cell >> 2) & 3) * CELL]
  for (let z = 0; z < CELL; z++) {
    for (let x = 0; x < CELL; x++) {
      const first = poleAt(firstGrid, corner, x / CELL, z / CELL)
      const second = poleAt(secondGrid, corner, x / CELL, z / CELL)
      const top = Math.min(CELL - 1, (ground[((startZ + z) << 4) | (startX + x)] ?? 0) - ROOF - startY)
      for (let y = 0; y <= top; y++) {
        if (Math.abs(first.low + (y / CELL) * (first.high - first.low)) > WIDTH) continue
        if (Math.abs(second.low + (y / CELL) * (second.high - second.low)) > WIDTH) continue
        column.setState(startX + x, startY + y, startZ + z, AIR)
      }
    }
  }
}

/** Interpolated values at the foot and at the head of a line through a cell, at a share of its sides. */
function poleAt(
  grid: Float64Array,
  corner: number,
  x: number,
  z: number,
): { readonly low: number; readonly high: number } {
  return { low: between(grid, corner, x, z), high: between(grid, corner + CORNERS * CORNERS, x, z) }
}

function between(grid: Float64Array, corner: number, x: number, z: number): number {
  const near = along(grid, corner, x)
  return near + z * (along(grid, corner + CORNERS, x) - near)
}

function along(grid: Float64Array, corner: number, x: number): number {
  const value = grid[corner] ?? 0
  return value + x * ((grid[corner + 1] ?? 0) - value)
}
