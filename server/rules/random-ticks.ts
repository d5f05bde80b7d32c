import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import { Rest } from '../game/growing-rows.ts'
import { Act, type GrowingSection, type RandomTick } from '../game/growth.ts'
import { mix } from '../world/terrain/position-hash.ts'
import { cropTick } from './crops.ts'
import { dryOut } from './farmland.ts'
import { kindle } from './fire/lava-fire.ts'
import { isSettled, spreadGrass } from './grass.ts'
import { growingArea, layToRest, positionIn } from './growing-area.ts'
import { decay } from './leaf-decay.ts'
import { growSapling } from './saplings.ts'
import { growStem } from './stems.ts'
import { growTall } from './tall-plants.ts'

/**
 * Lets chance pick as many blocks as `randomTickSpeed` says in the sections near players, which then grow, spread or wither.
 * What is picked where depends on the tick alone: a section in which nothing is to be done is passed over, and elsewhere all
 * goes on as if it had not been. Source: Minecraft Wiki, "Tick" (random tick).
 */
export function tickRandomly(game: Game): void {
  prepare(game)
  const { randomTickSpeed } = game.gameRules
  const area = growingArea(game)
  const tickSeed = mix(game.growth.seed ^ game.tick)
  area.visit((layers, seed) => {
    let pick = mix(tickSeed ^ seed)
    for (let time = 0; time < randomTickSpeed; time++) {
      // The generator by which vanilla picks places: fast, and good enough for that.
      pick = (Math.imul(pick, 3) + 1_013_904_223) | 0
      const bits = pick >> 2
      // Most picks hit a layer without anything to do: the blocks themselves, far apart in memory, need no look.
      if (((layers >> ((bits >> 16) & 15)) & 1) === 0 || area.section === undefined) continue
      tickPlace(game, area.section, ((bits >> 8) & 0xf00) | ((bits >> 4) & 0xf0) | (bits & 15))
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
 * Lets the block at a place of the section do what it does when chance picks it. Settled grass does not even draw a number, so
 * that nothing depends on whether it is known to be settled.
 */
export function tickPlace(game: Game, section: GrowingSection, place: number): void {
  const { acts, rows } = game.growth
  if (rows.at(section.slot, place) !== Rest.awake) return
  const blocks = section.column.sections[section.index] ?? 0
  const act = acts[typeof blocks === 'number' ? blocks : (blocks[place] ?? 0)] ?? Act.none
  const position = positionIn(section, place)
  if (act === Act.none) layToRest(game, section, place, false)
  else if (act === Act.grass && isSettled(game, position)) layToRest(game, section, place, true)
  else tickBlock(game, position)
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
