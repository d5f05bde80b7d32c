import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { MIN_Y } from '../world/world-bounds.ts'
import { neighbor } from './faces.ts'

const heavy =
  /^(sand|red_sand|gravel|suspicious_sand|suspicious_gravel|(chipped_|damaged_)?anvil|dragon_egg)$|_concrete_powder$/

/** Blocks that a falling block takes the place of. */
const gaps =
  /^(air|cave_air|void_air|water|lava|bubble_column|fire|soul_fire|light|snow|vine|glow_lichen|(short_|tall_|sea|tall_sea)?grass|(large_)?fern|dead_bush)$/

/**
 * Lets sand, gravel and their like fall when a block changed under them or they were placed in the air. They arrive at
 * once, without an entity on its way; on something that is no full block, such as a torch, they break into an item.
 */
export function dropHeavyBlocks(game: Game, changed: Position): void {
  for (const position of [changed, neighbor(changed, 'up')]) {
    const { name, state } = game.world.blockAt(position)
    if (heavy.test(name) && isGap(game, neighbor(position, 'down'))) fall(game, position, state)
  }
}

function fall(game: Game, from: Position, state: number): void {
  let to = from
  while (to.y >= MIN_Y && isGap(game, neighbor(to, 'down'))) to = neighbor(to, 'down')
  const { name } = game.registry.blockOfState(state)
  // Landing comes first: once the place is empty, the next block above falls into it.
  if (to.y >= MIN_Y) {
    if (carries(game, neighbor(to, 'down'))) game.world.setBlockState(to, state)
    else dropFromBlock(game, to, itemStack(name))
  }
  game.world.setBlock(from, 'air')
}

function isGap(game: Game, position: Position): boolean {
  return gaps.test(game.world.blockAt(position).name)
}

/** Whether a block can come to lie on it: not on a torch or a slab's lower half, in which it breaks. */
function carries(game: Game, position: Position): boolean {
  return game.registry.collisionBoxes(game.world.blockStateAt(position)).some((box) => (box[4] ?? 0) >= 1)
}
