import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { columnKey, type Game } from '../game/game.ts'
import type { GrowingColumn, RandomTick } from '../game/growth.ts'
import type { Player } from '../game/player.ts'
import type { BlockSection } from '../world/column.ts'
import { MIN_Y, SECTION_SIZE } from '../world/world-bounds.ts'
import { cropTick } from './crops.ts'
import { dryOut } from './farmland.ts'
import { kindle } from './fire/lava-fire.ts'
import { spreadGrass } from './grass.ts'
import { decay } from './leaf-decay.ts'
import { growSapling } from './saplings.ts'
import { growStem } from './stems.ts'
import { growTall } from './tall-plants.ts'

/** Farthest from a player that things grow, in columns. Vanilla goes by the simulation distance, 5 at least. */
const RADIUS = 5
const ALL_LAYERS = 0xffff

/**
 * Lets chance pick as many blocks as `randomTickSpeed` says in the sections near players, which then grow, spread or wither.
 * Source: Minecraft Wiki, "Tick" (random tick).
 */
export function tickRandomly(game: Game): void {
  prepare(game)
  for (const column of growingArea(game)) {
    for (const index of column.active) tickSection(game, column, index)
  }
}

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
}

/** Lets the block do what it does when chance picks it. Says whether it does anything. */
export function tickBlock(game: Game, position: Position): boolean {
  prepare(game)
  const block = game.world.blockAt(position)
  const tick = game.growth.ticks?.[block.state] ?? null
  tick?.(game, block)
  return tick !== null
}

function tickSection(game: Game, column: GrowingColumn, index: number): void {
  const { growth } = game
  const { randomTickSpeed } = game.gameRules
  for (let time = 0; time < randomTickSpeed; time++) {
    // The generator by which vanilla picks places: fast, and good enough for that.
    growth.place = (Math.imul(growth.place, 3) + 1_013_904_223) | 0
    const bits = growth.place >> 2
    // Most picks hit a layer without anything to do: the blocks themselves, far apart in memory, need no look.
    if ((((column.layers[index] ?? 0) >> ((bits >> 16) & 15)) & 1) === 1) tickPlace(game, column, index, bits)
  }
}

function tickPlace(game: Game, column: GrowingColumn, index: number, bits: number): void {
  const [x, y, z] = [bits & 15, (bits >> 16) & 15, (bits >> 8) & 15]
  const section = column.sections[index] ?? 0
  const state = typeof section === 'number' ? section : (section[(y << 8) | (z << 4) | x] ?? 0)
  if (game.growth.acts[state] !== 1) return
  tickBlock(game, { x: column.x * 16 + x, y: MIN_Y + index * SECTION_SIZE + y, z: column.z * 16 + z })
}

function prepare({ growth, registry }: Game): void {
  if (growth.ticks !== null) return
  growth.ticks = ticksByState(registry)
  growth.acts = Uint8Array.from(growth.ticks, (tick) => (tick == null ? 0 : 1))
}

/** The columns near players that their clients have; those near a player are listed anew when it comes to another column. */
function growingArea(game: Game): readonly GrowingColumn[] {
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
  const layers = Uint16Array.from(sections, (section) => activeLayers(section, growth.acts))
  const active = [...sections.keys()].filter((index) => layers[index] !== 0)
  const column: GrowingColumn = { x, z, sections, active, layers }
  growth.columns.set(columnKey(x, z), column)
  return column
}

/** Bits of the layers of a section, from bottom to top, that hold blocks with something to do. */
function activeLayers(section: BlockSection, acts: Uint8Array): number {
  if (typeof section === 'number') return acts[section] === 1 ? ALL_LAYERS : 0
  let layers = 0
  for (const [place, state] of section.entries()) if (acts[state] === 1) layers |= 1 << (place >> 8)
  return layers
}

const ticksByName: Readonly<Record<string, RandomTick>> = {
  farmland: dryOut,
  grass_block: spreadGrass,
  mycelium: spreadGrass,
  lava: kindle,
  sugar_cane: growTall,
  cactus: growTall,
  pumpkin_stem: growStem,
  melon_stem: growStem,
}

function ticksByState(registry: GameRegistry): readonly (RandomTick | null)[] {
  const ticks: (RandomTick | null)[] = []
  for (const kind of registry.blocks) {
    for (let state = kind.minState; state <= kind.maxState; state++) {
      ticks[state] = tickOf(kind.name, registry.propertiesOfState(state))
    }
  }
  return ticks
}

function tickOf(name: string, properties: Readonly<Record<string, string>>): RandomTick | null {
  if (name.endsWith('_sapling')) return growSapling
  if (name.endsWith('_leaves')) {
    return properties.distance === '7' && properties.persistent === 'false' ? decay : null
  }
  return ticksByName[name] ?? cropTick(name, properties)
}
