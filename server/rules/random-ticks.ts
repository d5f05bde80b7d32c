import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import { Act, type GrowingSection, type RandomTick, Word } from '../game/growth.ts'
import { cropTick } from './crops.ts'
import { neighbor } from './faces.ts'
import { dryOut } from './farmland.ts'
import { kindle } from './fire/lava-fire.ts'
import { isSettled, restGrass, spreadGrass } from './grass.ts'
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
  const { growth } = game
  const { randomTickSpeed } = game.gameRules
  growingArea(game).visit((section, layers) => {
    for (let time = 0; time < randomTickSpeed; time++) {
      // The generator by which vanilla picks places: fast, and good enough for that.
      growth.place = (Math.imul(growth.place, 3) + 1_013_904_223) | 0
      const place = growth.place >> 2
      // Most picks hit a layer, or else a place, without anything to do: the blocks themselves, far apart in memory, need no look.
      if (((layers >> ((place >> 16) & 15)) & 1) === 1) tickPlace(game, section, place)
    }
  })
}

/** Lets the block do what it does when chance picks it. Says whether it does anything. */
export function tickBlock(game: Game, position: Position): boolean {
  prepare(game)
  const block = game.world.blockAt(position)
  const tick = game.growth.ticks?.[block.state] ?? null
  tick?.(game, block)
  return tick !== null
}

/**
 * Lets the block at a place of the section do what it does when chance picks it.
 *
 * @param place its x in the lowest four bits, z eight bits and y sixteen bits higher
 */
export function tickPlace(game: Game, section: GrowingSection, place: number): void {
  const [x, y, z] = [place & 15, (place >> 16) & 15, (place >> 8) & 15]
  const { rows, corner } = section
  const row = ((y << 4) | z) << 2
  const bit = 1 << x
  if (((rows[row + Word.active] ?? 0) & bit) === 0) return
  const position = { x: corner.x + x, y: corner.y + y, z: corner.z + z }
  if (((rows[row + Word.resting] ?? 0) & bit) !== 0) {
    restGrass(game, position, ((rows[row + Word.open] ?? 0) & bit) !== 0)
    return
  }
  const blocks = section.sections[section.index] ?? 0
  const state = typeof blocks === 'number' ? blocks : (blocks[(y << 8) | (z << 4) | x] ?? 0)
  const act = game.growth.acts[state] ?? Act.none
  if (act === Act.grass && isSettled(game, position)) {
    const open = game.world.isOpenToSky(neighbor(position, 'up')) ? bit : 0
    rows[row + Word.resting] = (rows[row + Word.resting] ?? 0) | bit
    rows[row + Word.open] = ((rows[row + Word.open] ?? 0) & ~bit) | open
  }
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
