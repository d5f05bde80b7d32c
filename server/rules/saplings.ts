import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { hasLightToGrow } from './brightness.ts'
import { neighbor } from './faces.ts'
import { growTree } from './growing-trees.ts'

/** Of how many random ticks one brings a sapling on. */
const SLOWNESS = 7

/**
 * A sapling in the light grows in two steps into a tree of its kind, if there is room for one.
 * Source: Minecraft Wiki, "Sapling" and "Tree".
 */
export function growSapling(game: Game, block: WorldBlock): void {
  if (!hasLightToGrow(game, neighbor(block.position, 'up'))) return
  if (game.growth.random.below(SLOWNESS) === 0) advanceSapling(game, block)
}

/** The next step of a sapling, as chance or bone meal brings it on. */
export function advanceSapling(game: Game, block: WorldBlock): void {
  if (block.properties.stage === '0') {
    game.world.setBlock(block.position, block.name, { ...block.properties, stage: '1' })
    return
  }
  const wood = block.name.replace(/_sapling$/, '')
  const square = squareOf(game, block)
  if (wood === 'dark_oak' || wood === 'pale_oak') {
    if (square !== null) growTree(game, wood, square)
  } else {
    growTree(
      game,
      wood,
      square !== null && (wood === 'jungle' || wood === 'spruce') ? square : [block.position],
    )
  }
}

/** The four saplings of a kind that make a thick trunk, the sapling among them; null where it has no such company. */
function squareOf(game: Game, { position, name }: WorldBlock): readonly Position[] | null {
  for (const dx of [0, -1]) {
    for (const dz of [0, -1]) {
      const corners = [0, 1].flatMap((x) =>
        [0, 1].map((z) => ({ x: position.x + dx + x, y: position.y, z: position.z + dz + z })),
      )
      if (corners.every((corner) => game.world.blockAt(corner).name === name)) return corners
    }
  }
  return null
}
