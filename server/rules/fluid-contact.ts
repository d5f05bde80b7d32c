import type { Position } from '../../src/core/position.ts'
import type { Fluid } from '../data/fluid.ts'
import type { Game } from '../game/game.ts'
import { type Face, neighbor } from './faces.ts'
import { fluidAt } from './fluid-space.ts'

/** Sides from which water reaches lava; from below it does not. */
const touchingSides: readonly Face[] = ['up', 'north', 'south', 'west', 'east']
/** World event: the hiss of lava that is put out. */
const FIZZ_EVENT = 1501

/**
 * Lava that touches water turns to obsidian where it is a source, to cobblestone where it flows; beside blue ice and on
 * soul soil to basalt. Says whether it did. Source: Minecraft Wiki, Lava.
 */
export function hardenLava(game: Game, position: Position, fluid: Fluid): boolean {
  if (fluid.name !== 'lava') return false
  const result = hardenedTo(game, position, fluid)
  if (result === null) return false
  game.world.setBlock(position, result)
  game.sendNear(position, {
    name: 'world_event',
    params: { effectId: FIZZ_EVENT, location: position, data: 0, global: false },
  })
  return true
}

function hardenedTo(game: Game, position: Position, fluid: Fluid): string | null {
  const touches = (matches: (place: Position) => boolean) =>
    touchingSides.some((side) => matches(neighbor(position, side)))
  if (touches((place) => fluidAt(game, place)?.name === 'water')) {
    return fluid.isSource ? 'obsidian' : 'cobblestone'
  }
  const onSoulSoil = game.world.blockAt(neighbor(position, 'down')).name === 'soul_soil'
  return onSoulSoil && touches((place) => game.world.blockAt(place).name === 'blue_ice') ? 'basalt' : null
}
