import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { breakBlock } from './breaking.ts'
import { neighbor } from './faces.ts'
import { isSupported } from './support.ts'

const TALLEST = 3
const FULL_AGE = 15

/**
 * Sugar cane and cacti grow a block taller after sixteen random ticks, up to three blocks.
 * Source: Minecraft Wiki, "Sugar Cane" and "Cactus".
 */
export function growTall(game: Game, { position, name, properties }: WorldBlock): void {
  const above = neighbor(position, 'up')
  if (game.world.blockStateAt(above) !== 0 || heightBelow(game, position.y, { position, name }) >= TALLEST)
    return
  const age = Number(properties.age)
  if (age < FULL_AGE) {
    game.world.setBlock(position, name, { age: String(age + 1) })
    return
  }
  game.world.setBlock(position, name, { age: '0' })
  game.world.setBlock(above, name)
  if (!isSupported(game, above, game.world.blockStateAt(above))) breakBlock(game, above, null)
}

/** Blocks of the plant from this one down to its foot. */
function heightBelow(
  game: Game,
  top: number,
  { position, name }: Pick<WorldBlock, 'position' | 'name'>,
): number {
  let height = 0
  while (height < TALLEST && game.world.blockAt({ ...position, y: top - height }).name === name) height++
  return height
}
