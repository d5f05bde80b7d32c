import type { Position } from '../../src/core/position.ts'
import { columnKey, type Game } from '../game/game.ts'
import { Act, type GrowingColumn, type GrowingSection } from '../game/growth.ts'
import type { Player } from '../game/player.ts'
import type { BlockSection } from '../world/column.ts'
import { MIN_Y } from '../world/world-bounds.ts'

/** Farthest from a player that things grow, in columns. Vanilla goes by the simulation distance, 5 at least. */
const RADIUS = 5
/** Rows of blocks from west to east in a section. */
const ROWS = 256
/** Bits of a whole row. */
const ALL = 0xffff

/** A block has changed: its section may have something to do from now on. */
export function noteGrowth(game: Game, position: Position, state: number): void {
  const { growth } = game
  growth.idleGrass.forgetAround(position)
  if (growth.ticks === null || growth.ticks[state] == null) return
  const column = growth.columns.get(columnKey(position.x >> 4, position.z >> 4))
  if (column === undefined) return
  const section = sectionAt(column, (position.y - MIN_Y) >> 4)
  section.layers |= 1 << (position.y & 15)
  const row = ((position.y & 15) << 4) | (position.z & 15)
  section.rows[row] = (section.rows[row] ?? 0) | (1 << (position.x & 15))
}

function sectionAt({ active }: GrowingColumn, index: number): GrowingSection {
  const known = active.find((section) => section.index === index)
  if (known !== undefined) return known
  const section: GrowingSection = { index, layers: 0, rows: new Uint16Array(ROWS) }
  active.push(section)
  return section
}

/** The columns near players that their clients have; those near a player are listed anew when it comes to another column. */
export function growingArea(game: Game): readonly GrowingColumn[] {
  const { growth } = game
  let isSame = growth.areas.size === game.players.size
  for (const player of game.players.values()) {
    const [x, z] = [Math.floor(player.position.x) >> 4, Math.floor(player.position.z) >> 4]
    const known = growth.areas.get(player.id)
    if (known?.x === x && known.z === z && known.clientColumns === player.columns.size) continue
    const columns = columnsAround(game, player, x, z)
    growth.areas.set(player.id, { x, z, clientColumns: player.columns.size, columns })
    isSame = false
  }
  if (!isSame) growth.area = allAreas(game)
  return growth.area
}

function allAreas(game: Game): readonly GrowingColumn[] {
  const { growth } = game
  for (const id of growth.areas.keys()) if (!game.players.has(id)) growth.areas.delete(id)
  const columns = new Set<GrowingColumn>()
  for (const id of game.players.keys()) {
    for (const column of growth.areas.get(id)?.columns ?? []) columns.add(column)
  }
  return [...columns]
}

function columnsAround(
  game: Game,
  player: Player,
  centerX: number,
  centerZ: number,
): readonly GrowingColumn[] {
  const radius = Math.min(RADIUS, game.options.viewDistance)
  const size = 2 * radius + 3
  const has: boolean[] = []
  for (let x = centerX - radius - 1; x <= centerX + radius + 1; x++) {
    for (let z = centerZ - radius - 1; z <= centerZ + radius + 1; z++)
      has.push(player.columns.has(columnKey(x, z)))
  }
  const columns: GrowingColumn[] = []
  for (let east = 1; east < size - 1; east++) {
    for (let south = 1; south < size - 1; south++) {
      if (!hasAround(has, east * size + south, size)) continue
      columns.push(growingColumn(game, centerX - radius - 1 + east, centerZ - radius - 1 + south))
    }
  }
  return columns
}

/** Things grow only where the columns around are there too, so that none is made for the sake of a blade of grass. */
function hasAround(has: readonly boolean[], index: number, size: number): boolean {
  for (let row = index - size; row <= index + size; row += size) {
    if (!(has[row - 1] && has[row] && has[row + 1])) return false
  }
  return true
}

function growingColumn(game: Game, x: number, z: number): GrowingColumn {
  const { growth, world } = game
  const known = growth.columns.get(columnKey(x, z))
  if (known !== undefined) return known
  const sections = world.sectionsOf(x, z)
  const active: GrowingSection[] = []
  for (const [index, section] of sections.entries()) {
    const rows = activeRows(section, growth.acts)
    if (rows !== null) active.push({ index, layers: activeLayers(rows), rows })
  }
  const column: GrowingColumn = { x, z, sections, active }
  growth.columns.set(columnKey(x, z), column)
  return column
}

/** Bits of the blocks with something to do in each row of a section from west to east; null where there is none. */
function activeRows(section: BlockSection, acts: Uint8Array): Uint16Array | null {
  if (typeof section === 'number') return acts[section] === Act.none ? null : new Uint16Array(ROWS).fill(ALL)
  let rows: Uint16Array | null = null
  for (let place = 0; place < section.length; place++) {
    if (acts[section[place] ?? 0] === Act.none) continue
    rows ??= new Uint16Array(ROWS)
    rows[place >> 4] = (rows[place >> 4] ?? 0) | (1 << (place & 15))
  }
  return rows
}

/** Bits of the layers of a section, from bottom to top, that hold blocks with something to do. */
function activeLayers(rows: Uint16Array): number {
  let layers = 0
  for (let row = 0; row < ROWS; row++) if (rows[row] !== 0) layers |= 1 << (row >> 4)
  return layers
}
