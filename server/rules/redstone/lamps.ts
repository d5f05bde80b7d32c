import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { powerAt } from './signals.ts'

/** Ticks for which a lamp glows on. Source: Minecraft Wiki, "Redstone Lamp". */
const AFTERGLOW = 4

/** Lights a lamp at once, and puts it out a little later. */
export function switchLamp(game: Game, { position, name, properties }: WorldBlock): void {
  const isPowered = powerAt(game, position) > 0
  if (isPowered === (properties.lit === 'true')) return
  if (isPowered) game.world.setBlock(position, name, { ...properties, lit: 'true' })
  else game.redstone.ticks.schedule(position, game.tick + AFTERGLOW)
}

export function turnOffLamp(game: Game, { position, name }: WorldBlock): void {
  if (powerAt(game, position) === 0) game.world.setBlock(position, name, { lit: 'false' })
}
