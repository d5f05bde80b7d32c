import type { Position } from '../../core/position.ts'
import type { BlockKinds } from './block-kinds.ts'
import { type LoadedWorld, statesIn } from './loaded-world.ts'

/** Positions of the blocks with a face to the open, by block name. */
export type ExposedBlocks = ReadonlyMap<string, readonly Position[]>

export function sectionKey(x: number, y: number, z: number): string {
  return `${x},${y},${z}`
}

/** Blocks of a section along each side, and with one block more around it. */
const SIDE = 16
const PADDED = SIDE + 2

/**
 * Looks through one section of 16 × 16 × 16 blocks. Sections of rock and of air cost next to nothing.
 *
 * @param section its place, counted in sections
 */
export function exposedBlocks(world: LoadedWorld, kinds: BlockKinds, section: Position): ExposedBlocks {
  const found = new Map<string, Position[]>()
  const content = contentOf(world, kinds, section)
  if (content === 'unloaded' || content === 'empty') return found
  const state = stateReader(world)
  const { open, isClosed } = openPlaces(world, kinds, section)
  if (isClosed) return found
  const [startX, startY, startZ] = [section.x * SIDE, section.y * SIDE, section.z * SIDE]
  for (let y = 0; y < SIDE; y++) {
    for (let z = 0; z < SIDE; z++) {
      for (let x = 0; x < SIDE; x++) {
        if (!hasOpenSide(open, x, y, z)) continue
        const id = state(startX + x, startY + y, startZ + z) ?? 0
        if (kinds.isAir(id)) continue
        add(found, kinds.nameOf(id), { x: startX + x, y: startY + y, z: startZ + z })
      }
    }
  }
  return found
}

interface OpenPlaces {
  /** 1 for each place in and beside the section that can be seen through; unloaded ones cannot. */
  readonly open: Uint8Array
  /** Whether there is no such place. */
  readonly isClosed: boolean
}

function openPlaces(world: LoadedWorld, kinds: BlockKinds, section: Position): OpenPlaces {
  const state = stateReader(world)
  const open = new Uint8Array(PADDED ** 3)
  const { x, y, z } = section
  let isClosed = true
  for (const [dx, dy, dz] of SELF_AND_SIDES) {
    const content = contentOf(world, kinds, { x: x + dx, y: y + dy, z: z + dz })
    if (content === 'unloaded' || content === 'closed') continue
    isClosed = false
    const isOpen = content === 'empty' || content === 'open'
    forEachPlace([dx, dy, dz], (placeX, placeY, placeZ) => {
      const id = isOpen ? null : state(x * SIDE + placeX, y * SIDE + placeY, z * SIDE + placeZ)
      if (isOpen || (id !== null && kinds.isSeeThrough(id))) open[paddedIndex(placeX, placeY, placeZ)] = 1
    })
  }
  return { open, isClosed }
}

type Step = readonly [number, number, number]

/** From a section or a block to itself and to those that touch it. */
export const SELF_AND_SIDES: readonly Step[] = [
  [0, 0, 0],
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
]

/** Places of the section itself, or of the layer beside it on that side. Edges and corners touch no block of the section. */
function forEachPlace(side: Step, visit: (x: number, y: number, z: number) => void): void {
  const [rangeX, rangeY, rangeZ] = side.map(rangeOf) as [Range, Range, Range]
  for (let y = rangeY.first; y <= rangeY.last; y++) {
    for (let z = rangeZ.first; z <= rangeZ.last; z++) {
      for (let x = rangeX.first; x <= rangeX.last; x++) visit(x, y, z)
    }
  }
}

interface Range {
  readonly first: number
  readonly last: number
}

function rangeOf(step: number): Range {
  if (step === 0) return { first: 0, last: SIDE - 1 }
  const beside = step < 0 ? -1 : SIDE
  return { first: beside, last: beside }
}

function paddedIndex(x: number, y: number, z: number): number {
  return ((y + 1) * PADDED + z + 1) * PADDED + x + 1
}

/** What is known of a section without looking at its blocks: air alone, all or nothing of it can be seen through. */
type Content = 'unloaded' | 'empty' | 'open' | 'closed' | 'mixed'

function contentOf(world: LoadedWorld, kinds: BlockKinds, section: Position): Content {
  const column = world.column(section.x, section.z)
  const index = section.y - (world.minY >> 4)
  if (column === null || index < 0 || index >= world.height >> 4) return 'unloaded'
  const content = column.sections[index]
  if (!content) return 'empty'
  const states = statesIn(content)
  if (states === null) return 'mixed'
  if (states.every((id) => kinds.isAir(id))) return 'empty'
  if (states.every((id) => kinds.isSeeThrough(id))) return 'open'
  return states.some((id) => kinds.isSeeThrough(id)) ? 'mixed' : 'closed'
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
