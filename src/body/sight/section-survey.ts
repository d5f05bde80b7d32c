import type { Position } from '../../core/position.ts'
import type { BlockKinds } from './block-kinds.ts'
import type { LoadedWorld } from './loaded-world.ts'

/** Positions of the blocks with a face to the open, by block name. */
export type ExposedBlocks = ReadonlyMap<string, readonly Position[]>

export function sectionKey(x: number, y: number, z: number): string {
  return `${x},${y},${z}`
}

/** Blocks of a section along each side, and with one block more around it. */
const SIDE = 16
const PADDED = SIDE + 2

/**
 * Looks through one section of 16 × 16 × 16 blocks.
 *
 * @param section its place, counted in sections
 */
export function exposedBlocks(world: LoadedWorld, kinds: BlockKinds, section: Position): ExposedBlocks {
  const found = new Map<string, Position[]>()
  if (!mayHoldBlocks(world, kinds, section)) return found
  const { states, open } = readSection(world, kinds, section)
  const [startX, startY, startZ] = [section.x * SIDE, section.y * SIDE, section.z * SIDE]
  for (let y = 0; y < SIDE; y++) {
    for (let z = 0; z < SIDE; z++) {
      for (let x = 0; x < SIDE; x++) {
        const id = states[(y * SIDE + z) * SIDE + x] ?? 0
        if (!hasOpenSide(open, x, y, z) || kinds.isAir(id)) continue
        add(found, kinds.nameOf(id), { x: startX + x, y: startY + y, z: startZ + z })
      }
    }
  }
  return found
}

/** The states of a section, and 1 for each place in and beside it that can be seen through; unloaded ones cannot. */
function readSection(
  world: LoadedWorld,
  kinds: BlockKinds,
  section: Position,
): { readonly states: Int32Array; readonly open: Uint8Array } {
  const state = stateReader(world)
  const states = new Int32Array(SIDE ** 3)
  const open = new Uint8Array(PADDED ** 3)
  const [startX, startY, startZ] = [section.x * SIDE, section.y * SIDE, section.z * SIDE]
  for (let y = -1; y <= SIDE; y++) {
    for (let z = -1; z <= SIDE; z++) {
      for (let x = -1; x <= SIDE; x++) {
        const outside = Number(isOutside(x)) + Number(isOutside(y)) + Number(isOutside(z))
        // Edges and corners touch no block of the section.
        if (outside > 1) continue
        const id = state(startX + x, startY + y, startZ + z)
        if (id === null) continue
        if (outside === 0) states[(y * SIDE + z) * SIDE + x] = id
        if (kinds.isSeeThrough(id)) open[paddedIndex(x, y, z)] = 1
      }
    }
  }
  return { states, open }
}

function isOutside(coordinate: number): boolean {
  return coordinate < 0 || coordinate >= SIDE
}

function paddedIndex(x: number, y: number, z: number): number {
  return ((y + 1) * PADDED + z + 1) * PADDED + x + 1
}

function mayHoldBlocks(world: LoadedWorld, kinds: BlockKinds, section: Position): boolean {
  const column = world.column(section.x, section.z)
  const index = section.y - (world.minY >> 4)
  if (column === null || index < 0 || index >= world.height >> 4) return false
  const content = column.sections[index]
  if (!content) return false
  return content.palette === undefined || content.palette.some((id) => !kinds.isAir(id))
}

/** Reads states by world position; null outside of what is loaded. The last column is kept at hand. */
function stateReader(world: LoadedWorld): (x: number, y: number, z: number) => number | null {
  const place = { x: 0, y: 0, z: 0 }
  let [lastX, lastZ] = [Number.NaN, Number.NaN]
  let column: ReturnType<LoadedWorld['column']> = null
  const { minY, height } = world
  return (x, y, z) => {
    if (y < minY || y >= minY + height) return null
    const [columnX, columnZ] = [x >> 4, z >> 4]
    if (columnX !== lastX || columnZ !== lastZ) {
      column = world.column(columnX, columnZ)
      lastX = columnX
      lastZ = columnZ
    }
    if (column === null) return null
    place.x = x & 15
    place.y = y
    place.z = z & 15
    return column.getBlockStateId(place)
  }
}

function hasOpenSide(open: Uint8Array, x: number, y: number, z: number): boolean {
  const index = paddedIndex(x, y, z)
  return (
    open[index + PADDED * PADDED] === 1 ||
    open[index + 1] === 1 ||
    open[index - 1] === 1 ||
    open[index + PADDED] === 1 ||
    open[index - PADDED] === 1 ||
    open[index - PADDED * PADDED] === 1
  )
}

function add(found: Map<string, Position[]>, name: string, position: Position): void {
  const positions = found.get(name)
  if (positions) positions.push(position)
  else found.set(name, [position])
}
