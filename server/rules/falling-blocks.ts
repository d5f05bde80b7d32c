import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { MIN_Y } from '../world/world-bounds.ts'
import { neighbor } from './faces.ts'

const heavy = /^(sand|red_sand|gravel|(chipped_|damaged_)?anvil|dragon_egg|\w+_concrete_powder)$/
const passable = new Set([
  'air',
  'cave_air',
  'water',
  'lava',
  'fire',
  'short_grass',
  'grass',
  'fern',
  'tall_grass',
])

/** Lets sand and the like above a changed block fall as far as they can. They land at once, without a fall to be seen. */
export function dropHeavyBlocks(game: Game, changed: Position): void {
  for (const position of [changed, neighbor(changed, 'up')]) {
    const state = game.world.blockStateAt(position)
    if (state === 0 || !heavy.test(game.registry.blockOfState(state).name)) continue
    const landing = landingOf(game, position)
    if (landing.y === position.y) continue
    // The landing comes first: emptying the place lets what lies above fall into it.
    if (landing.y >= MIN_Y) game.world.setBlockState(landing, state)
    game.world.setBlockState(position, 0)
  }
}

function landingOf(game: Game, position: Position): Position {
  let landing = position
  while (landing.y >= MIN_Y) {
    const below = neighbor(landing, 'down')
    if (!passable.has(game.world.blockAt(below).name)) break
    landing = below
  }
  return landing
}
