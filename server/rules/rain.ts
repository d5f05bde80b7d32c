import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'

const WET_LEVEL = 0.2
/** Biomes in which it never rains, and those in which it snows instead (Minecraft Wiki: Rain, Snowfall). */
const dry = /^(desert|savanna.*|windswept_savanna|.*badlands|nether_wastes|the_end)$/
const snowy = /^(snowy_.*|frozen_.*|ice_spikes|grove|jagged_peaks)$/

/** Whether rain falls on the place: it is wet weather, the biome has rain, and nothing is above. */
export function isRainedOn(game: Game, { x, y, z }: Position): boolean {
  if (game.weather.rainLevel <= WET_LEVEL) return false
  const [blockX, blockZ] = [Math.floor(x), Math.floor(z)]
  if (game.world.surfaceY(blockX, blockZ) >= y) return false
  const biome = game.world.biomeAt(blockX, blockZ)
  return !dry.test(biome) && !snowy.test(biome)
}
