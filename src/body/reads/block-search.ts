import { blockPosition, distanceBetween, type Position } from '../../core/position.ts'
import { type LoadedWorld, statesIn } from '../sight/loaded-world.ts'

const SECTION = 16
const SECTION_VOLUME_MIDDLE = SECTION / 2 - 0.5

/** A cube of 16 × 16 × 16 blocks that is loaded. */
export interface NearSection {
  /** Its place, counted in sections. */
  readonly place: Position
  /** States that it may hold; null when any may occur. */
  readonly palette: readonly number[] | null
  /** From the point to its nearest block, in blocks. */
  readonly distance: number
}

/** Loaded sections that reach within the distance of the point, nearest first. */
export function sectionsNear(
  world: LoadedWorld,
  point: Position,
  maxDistance: number,
): readonly NearSection[] {
  const center = blockPosition(point)
  const found: NearSection[] = []
  const from = (coordinate: number) => Math.floor((coordinate - maxDistance) / SECTION)
  const to = (coordinate: number) => Math.floor((coordinate + maxDistance) / SECTION)
  for (let x = from(center.x); x <= to(center.x); x++) {
    for (let z = from(center.z); z <= to(center.z); z++) {
      const column = world.column(x, z)
      if (column === null) continue
      for (let y = Math.max(world.minY >> 4, from(center.y)); y <= to(center.y); y++) {
        const section = column.sections[y - (world.minY >> 4)]
        const distance = distanceToSection(center, { x, y, z })
        if (!section || distance > maxDistance) continue
        found.push({ place: { x, y, z }, palette: statesIn(section), distance })
      }
    }
  }
  return found.sort((a, b) => a.distance - b.distance || compare(a.place, b.place))
}

/**
 * Positions of blocks in one of the states, nearest to the point first. Lazy: sections that are farther away than what
 * was asked for are never looked through.
 */
export function* nearestBlocks(
  world: LoadedWorld,
  search: { readonly point: Position; readonly maxDistance: number; readonly stateIds: ReadonlySet<number> },
): Generator<Position, void> {
  const center = blockPosition(search.point)
  let waiting: { readonly position: Position; readonly distance: number }[] = []
  for (const section of sectionsNear(world, center, search.maxDistance)) {
    // What is nearer than this section can be handed out: nothing nearer can follow.
    const ready = waiting.filter(({ distance }) => distance < section.distance)
    waiting = waiting.filter(({ distance }) => distance >= section.distance)
    for (const { position } of ready) yield position
    if (section.palette?.some((id) => search.stateIds.has(id)) === false) continue
    for (const position of matchingBlocks(world, section.place, search.stateIds)) {
      const distance = distanceBetween(position, center)
      if (distance <= search.maxDistance) waiting.push({ position, distance })
    }
    waiting.sort((a, b) => a.distance - b.distance || compare(a.position, b.position))
  }
  for (const { position } of waiting) yield position
}

function matchingBlocks(
  world: LoadedWorld,
  place: Position,
  stateIds: ReadonlySet<number>,
): readonly Position[] {
  const column = world.column(place.x, place.z)
  if (column === null) return []
  const found: Position[] = []
  for (let x = 0; x < SECTION; x++) {
    for (let y = place.y * SECTION; y < (place.y + 1) * SECTION; y++) {
      for (let z = 0; z < SECTION; z++) {
        if (!stateIds.has(column.getBlockStateId({ x, y, z }))) continue
        found.push({ x: place.x * SECTION + x, y, z: place.z * SECTION + z })
      }
    }
  }
  return found
}

function distanceToSection(point: Position, place: Position): number {
  const gap = (coordinate: number, section: number) => {
    const fromMiddle = Math.abs(coordinate - (section * SECTION + SECTION_VOLUME_MIDDLE))
    return Math.max(0, fromMiddle - SECTION_VOLUME_MIDDLE)
  }
  return Math.hypot(gap(point.x, place.x), gap(point.y, place.y), gap(point.z, place.z))
}

function compare(a: Position, b: Position): number {
  return a.x - b.x || a.y - b.y || a.z - b.z
}
