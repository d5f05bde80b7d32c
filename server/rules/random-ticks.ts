import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import { Act, type GrowingColumn, type GrowingSection, type RandomTick } from '../game/growth.ts'
import { MIN_Y, SECTION_SIZE } from '../world/world-bounds.ts'
import { cropTick } from './crops.ts'
import { dryOut } from './farmland.ts'
import { kindle } from './fire/lava-fire.ts'
import { noteIdleGrass, restGrass, spreadGrass } from './grass.ts'
import { growingArea } from './growing-area.ts'
import { decay } from './leaf-decay.ts'
import { growSapling } from './saplings.ts'
import { growStem } from './stems.ts'
import { growTall } from './tall-plants.ts'

/**
 * Lets chance pick as many blocks as `randomTickSpeed` says in the sections near players, which then grow, spread or wither.
 * Source: Minecraft Wiki, "Tick" (random tick).
 */
export function tickRandomly(game: Game): void {
  prepare(game)
  for (const column of growingArea(game)) {
    for (const section of column.active) tickSection(game, column, section)
  }
}

/** Lets the block do what it does when chance picks it. Says whether it does anything. */
export function tickBlock(game: Game, position: Position): boolean {
  prepare(game)
  const block = game.world.blockAt(position)
  const tick = game.growth.ticks?.[block.state] ?? null
  tick?.(game, block)
  return tick !== null
}

function tickSection(game: Game, column: GrowingColumn, section: GrowingSection): void {
  const { growth } = game
  const { randomTickSpeed } = game.gameRules
  const { layers } = section
  for (let time = 0; time < randomTickSpeed; time++) {
    // The generator by which vanilla picks places: fast, and good enough for that.
    growth.place = (Math.imul(growth.place, 3) + 1_013_904_223) | 0
    const bits = growth.place >> 2
    // Most picks hit a layer, or else a place, without anything to do: the blocks themselves, far apart in memory, need no look.
    if (((layers >> ((bits >> 16) & 15)) & 1) === 1 && isMarked(section, bits)) {
      tickPlace(game, column, section, bits)
    }
  }
}

function isMarked({ rows }: GrowingSection, bits: number): boolean {
  const row = rows[((bits >> 12) & 240) | ((bits >> 8) & 15)] ?? 0
  return ((row >> (bits & 15)) & 1) === 1
}

function tickPlace(game: Game, column: GrowingColumn, { index }: GrowingSection, bits: number): void {
  const [x, y, z] = [bits & 15, (bits >> 16) & 15, (bits >> 8) & 15]
  const position = { x: column.x * 16 + x, y: MIN_Y + index * SECTION_SIZE + y, z: column.z * 16 + z }
  if (restGrass(game, position)) return
  const section = column.sections[index] ?? 0
  const state = typeof section === 'number' ? section : (section[(y << 8) | (z << 4) | x] ?? 0)
  const act = game.growth.acts[state] ?? Act.none
  if (act === Act.grass) noteIdleGrass(game, position)
  if (act !== Act.none) tickBlock(game, position)
}

function prepare({ growth, registry }: Game): void {
  if (growth.ticks !== null) return
  growth.ticks = ticksByState(registry)
  growth.acts = Uint8Array.from(growth.ticks, actOf)
}

function actOf(tick: RandomTick | null | undefined): number {
  if (tick === spreadGrass) return Act.grass
  return tick == null ? Act.none : Act.some
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
