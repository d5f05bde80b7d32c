import type { Position } from '../../src/core/position.ts'
import { columnKey, type Game } from '../game/game.ts'
import type { GrowingArea } from '../game/growing-area.ts'
import { Rest } from '../game/growing-rows.ts'
import { Act, type GrowingColumn, type GrowingSection, type Growth } from '../game/growth.ts'
import type { Player } from '../game/player.ts'
import type { BlockSection } from '../world/column.ts'
import { mix } from '../world/terrain/position-hash.ts'
import { BLOCKS_PER_SECTION, MIN_Y, SECTION_SIZE } from '../world/world-bounds.ts'
import { isSettled } from './grass.ts'

/** Farthest from a player that things grow, in columns. Vanilla goes by the simulation distance, 5 at least. */
const RADIUS = 5
/** Ticks between two looks at where the players are. */
const INTERVAL = 20

/** A block has changed: its section may have something to do from now on, and so may the grass around it. */
export function noteGrowth(game: Game, position: Position, state: number): void {
  const { growth } = game
  if (growth.ticks === null) return
  wakeGrass(growth, position)
  if (growth.ticks[state] == null) return
  const column = growth.columns.get(columnKey(position.x >> 4, position.z >> 4))
  if (column !== undefined) mark(growth, column, position)
}

function mark(growth: Growth, column: GrowingColumn, { x, y, z }: Position): void {
  const section = sectionAt(growth, column, (y - MIN_Y) >> 4)
  growth.rows.set(section.slot, ((y & 15) << 8) | ((z & 15) << 4) | (x & 15), Rest.awake)
  setLayers(growth, section, section.layers | (1 << (y & 15)))
}

/** Nothing is to be done at a place of the section, as far as is known. */
export function layToRest({ growth }: Game, section: GrowingSection, place: number, isGrass: boolean): void {
  growth.rows.set(section.slot, place, isGrass ? Rest.settled : Rest.none)
  const layer = place >> 8
  if (!growth.rows.isAwake(section.slot, layer)) setLayers(growth, section, section.layers & ~(1 << layer))
}

function setLayers({ area }: Growth, section: GrowingSection, layers: number): void {
  if (layers === section.layers) return
  section.layers = layers
  area.update(section)
}

function sectionAt({ rows }: Growth, column: GrowingColumn, index: number): GrowingSection {
  const known = column.active.find((section) => section.index === index)
  if (known !== undefined) return known
  const section: GrowingSection = {
    column,
    corner: cornerOf(column.x, index, column.z),
    index,
    seed: mix(index ^ mix(column.z ^ mix(column.x))),
    layers: 0,
    slot: rows.take(),
  }
  column.active.push(section)
  return section
}

/** Grass up to one block to the sides may find something to do, at heights that depend on the rules of grass. */
function wakeGrass(growth: Growth, { x, z }: Position): void {
  for (let columnX = (x - 1) >> 4; columnX <= (x + 1) >> 4; columnX++) {
    for (let columnZ = (z - 1) >> 4; columnZ <= (z + 1) >> 4; columnZ++) {
      const column = growth.columns.get(columnKey(columnX, columnZ))
      for (const section of column?.active ?? []) {
        const woken = growth.rows.wakeAround(section.slot, x - columnX * 16, z - columnZ * 16)
        setLayers(growth, section, section.layers | woken)
      }
    }
  }
}

/** A column leaves the world. Its coordinates are in columns. */
export function dropGrowth({ growth }: Game, x: number, z: number): void {
  for (const { slot } of growth.columns.get(columnKey(x, z))?.active ?? []) growth.rows.giveBack(slot)
  growth.columns.delete(columnKey(x, z))
  growth.area.fill([])
  growth.nextLook = 0
}

/** What grows near players, where their clients have the columns: looked up anew once a second. */
export function growingArea(game: Game): GrowingArea {
  const { growth, tick } = game
  if (tick < growth.nextLook) return growth.area
  growth.nextLook = tick + INTERVAL
  const columns = new Set<GrowingColumn>()
  for (const player of game.players.values())
    for (const column of columnsAround(game, player)) columns.add(column)
  growth.area.fill([...columns])
  return growth.area
}

function columnsAround(game: Game, player: Player): readonly GrowingColumn[] {
  const [centerX, centerZ] = [Math.floor(player.position.x) >> 4, Math.floor(player.position.z) >> 4]
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

/** What grows in a column. Looks into the columns around too. Coordinates are in columns. */
export function growingColumn(game: Game, x: number, z: number): GrowingColumn {
  const { growth, world } = game
  const known = growth.columns.get(columnKey(x, z))
  if (known !== undefined) return known
  const blocks = world.blocksOf(x, z)
  const column: GrowingColumn = { x, z, sections: blocks.sections, active: [] }
  for (const [index, section] of blocks.sections.entries()) {
    if (blocks.statesIn(index).some((state) => growth.acts[state] !== Act.none))
      addSection(game, column, index, section)
  }
  growth.columns.set(columnKey(x, z), column)
  return column
}

/** Notes what there is to do in a section, which holds something that grows. */
function addSection(game: Game, column: GrowingColumn, index: number, blocks: BlockSection): void {
  const { growth } = game
  const section = sectionAt(growth, column, index)
  for (let place = 0; place < BLOCKS_PER_SECTION; place++) {
    const state = typeof blocks === 'number' ? blocks : (blocks[place] ?? 0)
    const act = growth.acts[state]
    if (act === Act.none) continue
    const isAtRest = act === Act.grass && isSettled(game, positionIn(section, place))
    growth.rows.set(section.slot, place, isAtRest ? Rest.settled : Rest.awake)
    if (!isAtRest) section.layers |= 1 << (place >> 8)
  }
}

/** Where a place of the section lies in the world. */
export function positionIn({ corner }: GrowingSection, place: number): Position {
  return { x: corner.x + (place & 15), y: corner.y + (place >> 8), z: corner.z + ((place >> 4) & 15) }
}

function cornerOf(columnX: number, index: number, columnZ: number): Position {
  return { x: columnX * SECTION_SIZE, y: MIN_Y + index * SECTION_SIZE, z: columnZ * SECTION_SIZE }
}
