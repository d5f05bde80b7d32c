import type { MinecraftVersion } from '../../server/data/minecraft-version.ts'
import type { Game } from '../../server/game/game.ts'
import { createGameServer } from '../../server/game-server.ts'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import type { Position } from '../../src/core/position.ts'
import { registryOf } from '../unit/server-world/registries.ts'

/** A game on flat grass without players, for rules that need none. The first free layer is at y -60. */
export function quietGame(version: MinecraftVersion = '1.21.4', seed = 1): Game {
  return createGameServer({
    version,
    registry: registryOf(version),
    world: loadWorldDefinition('flat'),
    seed,
    operators: [],
    maxPlayers: 1,
  }).game
}

/** The place so far above the grass of the flat world; 0 is the first free layer. */
export function above(y: number, x = 0, z = 0): Position {
  return { x, y: y - 60, z }
}
