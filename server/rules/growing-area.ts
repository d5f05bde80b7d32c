import type { Position } from '../../src/core/position.ts'
import { columnKey, type Game } from '../game/game.ts'
import type { GrowingColumn } from '../game/growth.ts'
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
  if (growth.ticks === null || growth.ticks[state] == null) return
  const column = growth.columns.get(columnKey(position.x >> 4, position.z >> 4))
  const section = (position.y - MIN_Y) >> 4
  const layers = column?.layers[section]
  if (column === undefined || layers === undefined) return
  if (layers === 0) column.active.push(section)
  column.layers[section] = layers | (1 << (position.y & 15))
  const rows = column.rows[section] ?? new Uint16Array(ROWS)
  const row = ((position.y & 15) << 4) | (position.z & 15)
  rows[row] = (rows[row] ?? 0) | (1 << (position.x & 15))
  column.rows[section] = rows
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
  const columns: GrowingColumn[] = []
  for (let x = centerX - radius; x <= centerX + radius; x++) {
    for (let z = centerZ - radius; z <= centerZ + radius; z++) {
      if (hasAround(player, x, z)) columns.push(growingColumn(game, x, z))
    }
  }
  return columns
}

/** Things grow only where the columns around are there too, so that none is made for the sake of a blade of grass. */
function hasAround(player: Player, x: number, z: number): boolean {
  for (let dx = -1; dx <= 1; dx++) {
    for (let dz = -1; dz <= 1; dz++) if (!player.columns.has(columnKey(x + dx, z + dz))) return false
  }
  return true
}

function growingColumn(game: Game, x: number, z: number): GrowingColumn {
  const { growth, world } = game
  const known = growth.columns.get(columnKey(x, z))
  if (known !== undefined) return known
  const sections = world.sectionsOf(x, z)
  const rows = sections.map((section) => activeRows(section, growth.acts))
  const layers = Uint16Array.from(rows, activeLayers)
  const active = [...sections.keys()].filter((index) => layers[index] !== 0)
  const column: GrowingColumn = { x, z, sections, active, layers, rows }
  growth.columns.set(columnKey(x, z), column)
  return column
}

/** Bits of the blocks with something to do in each row of a section from west to east; null where there is none. */
function activeRows(section: BlockSection, acts: Uint8Array): Uint16Array | null {
  if (typeof section === 'number') return acts[section] === 1 ? new Uint16Array(ROWS).fill(ALL) : null
  let rows: Uint16Array | null = null
  for (let place = 0; place < section.length; place++) {
    if (acts[section[place] ?? 0] !== 1) continue
    rows ??= new Uint16Array(ROWS)
    rows[place >> 4] = (rows[place >> 4] ?? 0) | (1 << (place & 15))
  }
  return rows
}

/** Bits of the layers of a section, from bottom to top, that hold blocks with something to do. */
function activeLayers(rows: Uint16Array | null): number {
  let layers = 0
  for (let row = 0; rows !== null && row < ROWS; row++) if (rows[row] !== 0) layers |= 1 << (row >> 4)
  return layers
}
