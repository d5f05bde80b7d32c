import type { Position } from '../../src/core/position.ts'
import {
  type Fluid,
  type FluidName,
  fallingOf,
  flowingOf,
  fluidOfState,
  sourceOf,
  stateOfFluid,
} from '../data/fluid.ts'
import type { Game } from '../game/game.ts'
import { breakBlock } from './breaking.ts'
import { type Face, faces, horizontalFaces, neighbor } from './faces.ts'
import { hardenLava } from './fluid-contact.ts'
import { isOverDrop, sidesTowardsDrop } from './fluid-slope.ts'
import { fluidAt, hasRoomForFluid, isOpenSide, isSolidBlock } from './fluid-space.ts'
import { fluidTraits } from './fluid-traits.ts'

/**
 * Water and lava of the overworld, as in https://minecraft.wiki (Fluid, Water, Lava): 5 and 30 ticks a step, sideways
 * towards the nearest drop, down without end, and two water sources make a third. Only changes of blocks set fluids
 * moving: each wakes the fluids in and around the changed block.
 */
export function wakeFluids(game: Game, changed: Position): void {
  wake(game, changed)
  for (const face of faces) wake(game, neighbor(changed, face))
}

/** Lets the fluids flow whose time has come. */
export function tickFluids(game: Game): void {
  for (const position of game.fluidTicks.take(game.tick)) {
    const fluid = fluidAt(game, position)
    const settled = fluid === null || fluid.isSource ? fluid : settle(game, position, fluid)
    if (settled !== null) spread(game, position, settled)
  }
}

function wake(game: Game, position: Position): void {
  const fluid = fluidAt(game, position)
  if (fluid === null || hardenLava(game, position, fluid)) return
  game.fluidTicks.schedule(position, game.tick + fluidTraits[fluid.name].delay)
}

/** Rises, sinks or dries up by what flows in from around. */
function settle(game: Game, position: Position, fluid: Fluid): Fluid | null {
  const next = inflow(game, position, fluid.name)
  game.world.setBlockState(position, next === null ? 0 : stateOfFluid(game.registry, next))
  return next
}

function spread(game: Game, position: Position, fluid: Fluid): void {
  const below = neighbor(position, 'down')
  if (
    isOpenSide(game, position, 'down') &&
    hasRoomForFluid(game, below) &&
    yields(game, below, fluid, 'down')
  ) {
    pour(game, below, inflow(game, below, fluid.name) ?? fallingOf(fluid.name))
    if (sourcesAround(game, position, fluid.name) >= 3) spreadSideways(game, position, fluid)
  } else if (fluid.isSource || !isOverDrop(game, position, fluid.name)) {
    spreadSideways(game, position, fluid)
  }
}

function spreadSideways(game: Game, position: Position, fluid: Fluid): void {
  const amount = fluid.isFalling ? 7 : fluid.amount - fluidTraits[fluid.name].loss
  if (amount <= 0) return
  for (const side of sidesTowardsDrop(game, position, fluid.name)) {
    const target = neighbor(position, side)
    if (!yields(game, target, fluid, side)) continue
    pour(game, target, inflow(game, target, fluid.name) ?? flowingOf(fluid.name, amount))
  }
}

/** The fluid that the blocks around and above a place make there; null for none. */
function inflow(game: Game, position: Position, name: FluidName): Fluid | null {
  const sources = sourcesAround(game, position, name)
  if (name === 'water' && sources >= 2 && carriesSource(game, neighbor(position, 'down')))
    return sourceOf(name)
  const above = fluidAt(game, neighbor(position, 'up'))
  if (above?.name === name && isOpenSide(game, position, 'up')) return fallingOf(name)
  const highest = Math.max(...fluidsAround(game, position, name).map((fluid) => fluid.amount), 0)
  const amount = highest - fluidTraits[name].loss
  return amount > 0 ? flowingOf(name, amount) : null
}

function carriesSource(game: Game, position: Position): boolean {
  const state = game.world.blockStateAt(position)
  const fluid = fluidOfState(game.registry, state)
  return isSolidBlock(game, state) || (fluid?.name === 'water' && fluid.isSource)
}

function sourcesAround(game: Game, position: Position, name: FluidName): number {
  return fluidsAround(game, position, name).filter((fluid) => fluid.isSource).length
}

function fluidsAround(game: Game, position: Position, name: FluidName): readonly Fluid[] {
  const fluids: Fluid[] = []
  for (const side of horizontalFaces) {
    const fluid = fluidAt(game, neighbor(position, side))
    if (fluid?.name === name && isOpenSide(game, position, side)) fluids.push(fluid)
  }
  return fluids
}

/** Whether the fluid in the target, if any, makes way. */
function yields(game: Game, target: Position, fluid: Fluid, side: Face): boolean {
  const present = fluidAt(game, target)
  if (present === null) return true
  if (present.name === fluid.name) return false
  return present.name === 'lava' ? present.amount >= 4 : side === 'down'
}

/** Fluid comes into a block. Water washes things off with their drops, lava burns them; lava on water makes stone. */
function pour(game: Game, position: Position, fluid: Fluid): void {
  const present = fluidAt(game, position)
  if (fluid.name === 'lava' && present?.name === 'water') {
    game.world.setBlock(position, 'stone')
    return
  }
  if (fluid.name === 'water' && present === null && game.world.blockStateAt(position) !== 0) {
    breakBlock(game, position, null)
  }
  game.world.setBlockState(position, stateOfFluid(game.registry, fluid))
}
