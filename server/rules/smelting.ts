import type { Position } from '../../src/core/position.ts'
import { burnTicks } from '../data/fuel.ts'
import { SMELTING_TICKS, smeltingOf } from '../data/smelting.ts'
import { FURNACE_FUEL, FURNACE_INPUT, FURNACE_OUTPUT, Furnace } from '../game/furnace.ts'
import type { Game } from '../game/game.ts'
import { type ItemStack, itemStack, withCount } from '../inventory/item-stack.ts'

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
  const result = nextOutput(furnace, stackSize)
  if (!furnace.isLit && result !== null) lightFuel(furnace)
  if (!furnace.isLit) furnace.progress = Math.max(0, furnace.progress - COOLING)
  else if (result === null) furnace.progress = 0
  else smelt(furnace, result)
}

/** What the output will hold after the next item; null where nothing can be smelted or the output is full. */
function nextOutput({ storage }: Furnace, stackSize: (name: string) => number): ItemStack | null {
  const input = storage.at(FURNACE_INPUT)
  const made = input === null ? null : smeltingOf(input.name)
  if (made === null) return null
  const output = storage.at(FURNACE_OUTPUT)
  if (output === null) return itemStack(made.item)
  if (output.name !== made.item || output.count >= stackSize(made.item)) return null
  return { ...output, count: output.count + 1 }
}

function lightFuel(furnace: Furnace): void {
  const fuel = furnace.storage.at(FURNACE_FUEL)
  const ticks = fuel === null ? null : burnTicks(fuel.name)
  if (fuel === null || ticks === null) return
  furnace.burnLeft = ticks
  furnace.burnTotal = ticks
  const rest = fuel.name === 'lava_bucket' ? itemStack('bucket') : withCount(fuel, fuel.count - 1)
  furnace.storage.put(FURNACE_FUEL, rest)
}

function smelt(furnace: Furnace, result: ItemStack): void {
  furnace.progress += 1
  if (furnace.progress < SMELTING_TICKS) return
  furnace.progress = 0
  const input = furnace.storage.at(FURNACE_INPUT)
  furnace.storage.put(FURNACE_INPUT, input === null ? null : withCount(input, input.count - 1))
  furnace.storage.put(FURNACE_OUTPUT, result)
}

function showFire(game: Game, position: Position, lit: boolean): void {
  const { name, properties } = game.world.blockAt(position)
  if (name === 'furnace') game.world.setBlock(position, name, { ...properties, lit: String(lit) })
}
