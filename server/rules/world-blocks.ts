import type { Game } from '../game/game.ts'
import { placesOf } from '../world/create-world.ts'
import type { PlacedBlock } from '../world/world-definition.ts'
import { noteHopper } from './automation/hoppers.ts'
import { noteFire } from './fire/spreading-fire.ts'
import { wakeFluids } from './fluid-flow.ts'
import { noteLeaves } from './leaf-decay.ts'
import { noteRedstone } from './redstone/spread-power.ts'
import { reshapeAround } from './shapes/reshape.ts'
import { noteWorkplace } from './workplaces.ts'

const AIR = 0

/**
 * Lets the blocks that a world's definition places take their shapes and begin their work, as if a player had placed them.
 * What hangs in the air stays there until something beside it changes, so that their order in the file does not matter.
 */
export function wakeWorldBlocks(game: Game, blocks: readonly PlacedBlock[]): void {
  for (const position of blocks.flatMap((block) => placesOf(game.world, block))) {
    reshapeAround(game, position, AIR, game.world.blockStateAt(position))
    const state = game.world.blockStateAt(position)
    wakeFluids(game, position)
    noteRedstone(game, position, AIR, state)
    noteHopper(game, position, state)
    noteFire(game, position, state)
    noteLeaves(game, position, AIR, state)
    noteWorkplace(game, position, AIR, state)
  }
}
