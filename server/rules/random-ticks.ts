import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import { Rest } from '../game/growing-rows.ts'
import { Act, type GrowingSection, type RandomTick } from '../game/growth.ts'
import { cropTick } from './crops.ts'
import { neighbor } from './faces.ts'
import { dryOut } from './farmland.ts'
import { kindle } from './fire/lava-fire.ts'
import { drawForRest, isSettled, restGrass, spreadGrass } from './grass.ts'
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
  const area = growingArea(game)
  area.visit((layers, slot) => {
    for (let time = 0; time < randomTickSpeed; time++) {
      // The generator by which vanilla picks places: fast, and good enough for that.
      growth.place = (Math.imul(growth.place, 3) + 1_013_904_223) | 0
      const bits = growth.place >> 2
      // Most picks hit a layer, or else a place, without anything to do: the blocks themselves, far apart in memory, need no look.
      if (((layers >> ((bits >> 16) & 15)) & 1) === 0) continue
      const place = ((bits >> 8) & 0xf00) | ((bits >> 4) & 0xf0) | (bits & 15)
      const rest = growth.rows.at(slot, place)
      // Most of a meadow: not even where it lies is asked for.
      if (rest === Rest.open) drawForRest(game)
      else if (rest !== Rest.none && area.section !== undefined) tickPlace(game, area.section, place, rest)
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

/** Lets the block at a place of the section, of which that much is known, do what it does when chance picks it. */
export function tickPlace(game: Game, section: GrowingSection, place: number, rest: number): void {
  const { corner, sections, index, slot } = section
  const position = {
    x: corner.x + (place & 15),
    y: corner.y + (place >> 8),
    z: corner.z + ((place >> 4) & 15),
  }
  if (rest !== Rest.awake) {
    restGrass(game, position, rest === Rest.open)
    return
  }
  const blocks = sections[index] ?? 0
  const act = game.growth.acts[typeof blocks === 'number' ? blocks : (blocks[place] ?? 0)] ?? Act.none
  if (act === Act.grass && isSettled(game, position)) {
    const isOpen = game.world.isOpenToSky(neighbor(position, 'up'))
    game.growth.rows.set(slot, place, isOpen ? Rest.open : Rest.covered)
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
