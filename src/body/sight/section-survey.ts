import type { Position } from '../../core/position.ts'
import type { BlockKinds } from './block-kinds.ts'
import type { LoadedWorld } from './loaded-world.ts'

/** Positions of the blocks with a face to the open, by block name. */
export type ExposedBlocks = ReadonlyMap<string, readonly Position[]>

export function sectionKey(x: number, y: number, z: number): string {
  return `${x},${y},${z}`
}

/**
 * Looks through one section of 16 × 16 × 16 blocks.
 *
 * @param section its place, counted in sections
 */
export function exposedBlocks(world: LoadedWorld, kinds: BlockKinds, section: Position): ExposedBlocks {
  const found = new Map<string, Position[]>()
  if (!mayHoldBlocks(world, kinds, section)) return found
  const state = stateReader(world)
  const isOpen = (x: number, y: number, z: number) => {
    const id = state(x, y, z)
    return id !== null && kinds.isSeeThrough(id)
  }
  const [startX, startY, startZ] = [section.x * 16, section.y * 16, section.z * 16]
  for (let y = startY; y < startY + 16; y++) {
    for (let z = startZ; z < startZ + 16; z++) {
      for (let x = startX; x < startX + 16; x++) {
        const id = state(x, y, z)
        if (id === null || kinds.isAir(id) || !hasOpenSide(isOpen, x, y, z)) continue
        add(found, kinds.nameOf(id), { x, y, z })
      }
    }
  }
  return found
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
  return (x, y, z) => {
    if (y < world.minY || y >= world.minY + world.height) return null
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

type IsOpen = (x: number, y: number, z: number) => boolean

function hasOpenSide(isOpen: IsOpen, x: number, y: number, z: number): boolean {
  return (
    isOpen(x, y + 1, z) ||
    isOpen(x + 1, y, z) ||
    isOpen(x - 1, y, z) ||
    isOpen(x, y, z + 1) ||
    isOpen(x, y, z - 1) ||
    isOpen(x, y - 1, z)
  )
}

function add(found: Map<string, Position[]>, name: string, position: Position): void {
  const positions = found.get(name)
  if (positions) positions.push(position)
  else found.set(name, [position])
}
