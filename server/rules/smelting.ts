import { burnTicks } from '../../src/core/fuel-table.ts'
import type { Position } from '../../src/core/position.ts'
import { type Smelting, smeltingOf, smeltingTicks } from '../data/smelting.ts'
import { furnaceKindOf } from '../game/containers.ts'
import { FURNACE_FUEL, FURNACE_INPUT, FURNACE_OUTPUT, Furnace } from '../game/furnace.ts'
import type { Game } from '../game/game.ts'
import { dropExperience } from '../game/orbs.ts'
import { itemStack, withCount } from '../inventory/item-stack.ts'

/** Progress that a cold furnace loses in a tick. */
const COOLING = 2

/** Lets all furnaces burn and smelt, and shows which of them are lit. */
export function tickFurnaces(game: Game): void {
  for (const { position, entity } of game.world.blockEntities()) {
    if (!(entity instanceof Furnace)) continue
    const wasLit = entity.isLit
    tickFurnace(entity, game.stackSize)
    if (wasLit !== entity.isLit) showFire(game, position, entity.isLit)
  }
}

/** One tick of a furnace: fuel is lit only for something to smelt, and burns to its end once it is lit. */
function tickFurnace(furnace: Furnace, stackSize: (name: string) => number): void {
  if (furnace.isLit) furnace.burnLeft -= 1
  const made = nextSmelting(furnace, stackSize)
  if (!furnace.isLit && made !== null) lightFuel(furnace)
  if (!furnace.isLit) furnace.progress = Math.max(0, furnace.progress - COOLING)
  else if (made === null) furnace.progress = 0
  else smelt(furnace, made)
}

/** What comes of the next item; null where nothing can be smelted or the output is full. */
function nextSmelting({ storage, station }: Furnace, stackSize: (name: string) => number): Smelting | null {
  const input = storage.at(FURNACE_INPUT)
  const made = input === null ? null : smeltingOf(input.name, station)
  const output = storage.at(FURNACE_OUTPUT)
  if (made === null || output === null) return made
  return output.name === made.item && output.count < stackSize(made.item) ? made : null
}

/** Blast furnaces and smokers burn fuel twice as fast. */
function lightFuel(furnace: Furnace): void {
  const fuel = furnace.storage.at(FURNACE_FUEL)
  const ticks = fuel === null ? null : burnTicks(fuel.name)
  if (fuel === null || ticks === null) return
  furnace.burnTotal = furnace.station === 'furnace' ? ticks : Math.floor(ticks / 2)
  furnace.burnLeft = furnace.burnTotal
  const rest = fuel.name === 'lava_bucket' ? itemStack('bucket') : withCount(fuel, fuel.count - 1)
  furnace.storage.put(FURNACE_FUEL, rest)
}

function smelt(furnace: Furnace, made: Smelting): void {
  const { storage } = furnace
  furnace.progress += 1
  if (furnace.progress < smeltingTicks(furnace.station)) return
  furnace.progress = 0
  const input = storage.at(FURNACE_INPUT)
  storage.put(FURNACE_INPUT, input === null ? null : withCount(input, input.count - 1))
  const output = storage.at(FURNACE_OUTPUT)
  storage.put(FURNACE_OUTPUT, output === null ? itemStack(made.item) : withCount(output, output.count + 1))
  furnace.experience += made.experience
  if (input?.name === 'wet_sponge') fillWithWater(furnace)
}

/** A sponge that dries fills an empty bucket in the place of the fuel. */
function fillWithWater({ storage }: Furnace): void {
  if (storage.at(FURNACE_FUEL)?.name === 'bucket') storage.put(FURNACE_FUEL, itemStack('water_bucket'))
}

/** Gives out the experience that the furnace has stored, when a player takes from it or it is broken. */
export function releaseExperience(game: Game, furnace: Furnace, place: Position): void {
  dropExperience(game, place, furnace.experience)
  furnace.experience = 0
}

function showFire(game: Game, position: Position, lit: boolean): void {
  const { name, properties } = game.world.blockAt(position)
  if (furnaceKindOf(name) !== null) {
    game.world.setBlock(position, name, { ...properties, lit: String(lit) })
  }
}
