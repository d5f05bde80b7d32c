import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { SEA_LEVEL } from '../terrain/height-field.ts'
import type { PositionHash } from '../terrain/position-hash.ts'
import type { Land } from './land-field.ts'

const SALT = { surface: 81, depth: 82, height: 83 }
/** Vanilla's lakes of lava: one column in 200 has one above ground (here more, since
 * forests and slopes take most), one in nine below (https://minecraft.wiki/w/Lake). */
const SURFACE_SHARE = 1 / 120
const DEPTH_SHARE = 1 / 9
/** In the middle of a column, so that a pool with its rim never leaves it. In blocks. */
const MIDDLE = 8
const SURFACE_RADIUS = 3
const DEPTH_RADIUS = 4
/** Even ground around a pool: so far may the highest place lie above the lowest, in blocks. */
const MOST_SLOPE = 2
/** No pool lies on the surface nearer to the origin than this, in blocks: people appear there. */
const SAFE_RADIUS = 96
const LOWEST = -45
const HIGHEST = 40

/** Digs the pools of lava of one column: one on the surface at most, and one in the rock. */
export type FillLavaPools = (
  column: Column,
  lands: readonly Land[],
  place: { readonly columnX: number; readonly columnZ: number; readonly mayOpen: () => boolean },
) => void

export function createLavaPools(registry: GameRegistry, hash: PositionHash): FillLavaPools {
  const states: PoolStates = {
    lava: registry.state('lava'),
    stone: registry.state('stone'),
    deepslate: registry.state('deepslate'),
    rocks: new Set(
      ['stone', 'deepslate', 'granite', 'diorite', 'andesite', 'tuff', 'gravel', 'dirt'].map((name) =>
        registry.state(name),
      ),
    ),
  }
  return (column, lands, { columnX, columnZ, mayOpen }) => {
    const isFar = Math.hypot(columnX * 16 + MIDDLE, columnZ * 16 + MIDDLE) > SAFE_RADIUS
    const hasHollow = isFar && hash(columnX, columnZ, SALT.surface) < SURFACE_SHARE
    if (hasHollow && mayOpen()) fillHollow(column, lands, states)
    if (hash(columnX, columnZ, SALT.depth) >= DEPTH_SHARE) return
    const y = LOWEST + Math.floor(hash(columnX, columnZ, SALT.height) * (HIGHEST - LOWEST))
    fillChamber(column, y, states)
  }
}

interface PoolStates {
  readonly lava: number
  readonly stone: number
  readonly deepslate: number
  /** What a chamber may be dug into. */
  readonly rocks: ReadonlySet<number>
}

/** A hollow in even ground, lined with stone, with lava up to the height of its lowest rim. */
function fillHollow(column: Column, lands: readonly Land[], { lava, stone }: PoolStates): void {
  const heights = disc(SURFACE_RADIUS + 1).map(({ x, z }) => groundAt(lands, x, z))
  const level = Math.min(...heights)
  if (level <= SEA_LEVEL + 1 || Math.max(...heights) > level + MOST_SLOPE) return
  for (const { x, z, distance } of disc(SURFACE_RADIUS + 1)) {
    const depth = distance <= SURFACE_RADIUS - 1 ? 2 : 1
    for (let y = level - 3; y <= level; y++) column.setState(x, y, z, stone)
    if (distance > SURFACE_RADIUS) continue
    for (let y = level + 1; y <= level + MOST_SLOPE; y++) column.setState(x, y, z, 0)
    for (let y = level - depth + 1; y <= level; y++) column.setState(x, y, z, lava)
  }
}

/** A dome of air over a pool, where nothing but rock lies around: no cave drains it, and no ore is lost. */
function fillChamber(column: Column, level: number, { lava, rocks }: PoolStates): void {
  const places = disc(DEPTH_RADIUS + 1)
  const isRock = places.every(({ x, z }) =>
    [-3, -2, -1, 0, 1, 2, 3].every((rise) => rocks.has(column.stateAt(x, level + rise, z))),
  )
  if (!isRock) return
  for (const { x, z, distance } of places) {
    if (distance > DEPTH_RADIUS) continue
    const reach = distance <= DEPTH_RADIUS - 1.5 ? 2 : 1
    for (let y = level - reach + 1; y <= level; y++) column.setState(x, y, z, lava)
    for (let y = level + 1; y <= level + reach; y++) column.setState(x, y, z, 0)
  }
}

interface DiscPlace {
  readonly x: number
  readonly z: number
  /** From the middle of the disc. */
  readonly distance: number
}

/** The places of a disc in the middle of a column. */
function disc(radius: number): readonly DiscPlace[] {
  const places: DiscPlace[] = []
  for (let dz = -radius; dz <= radius; dz++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const distance = Math.hypot(dx, dz)
      if (distance <= radius + 0.3) places.push({ x: MIDDLE + dx, z: MIDDLE + dz, distance })
    }
  }
  return places
}

function groundAt(lands: readonly Land[], x: number, z: number): number {
  return lands[(z << 4) | x]?.groundY ?? 0
}
