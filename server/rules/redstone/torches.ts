import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type Face, opposite } from '../faces.ts'
import { powerFrom } from './signals.ts'

/** Ticks until a torch answers. Source: Minecraft Wiki, "Redstone Torch". There is no burning out. */
const DELAY = 2

/** A torch goes out when the block that it is fixed to has power. */
export function noteTorch(game: Game, block: WorldBlock): void {
  if (isInverted(game, block)) game.redstone.ticks.schedule(block.position, game.tick + DELAY)
}

export function turnTorch(game: Game, block: WorldBlock): void {
  if (!isInverted(game, block)) return
  const lit = block.properties.lit === 'true' ? 'false' : 'true'
  game.world.setBlock(block.position, block.name, { ...block.properties, lit })
}

/** Whether the torch does not say yet what it should. */
function isInverted(game: Game, { position, properties }: WorldBlock): boolean {
  const side: Face = properties.facing === undefined ? 'down' : opposite(properties.facing as Face)
  return powerFrom(game, position, side) > 0 === (properties.lit === 'true')
}
