import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import type { Game } from '../../../../server/game/game.ts'
import { createGameServer } from '../../../../server/game-server.ts'
import { checkWorldDefinition } from '../../../../server/world/world-definition.ts'

const registry = createGameRegistry('1.21.4')

/** A game without players on a flat world whose feet stand at y = -60. */
export function flatGame(rules: Record<string, unknown> = {}): Game {
  const world = checkWorldDefinition(
    {
      name: 'flat',
      generator: { type: 'flat' },
      rules: { difficulty: 'normal', ...rules },
    },
    'a test',
  )
  return createGameServer({ version: '1.21.4', world, seed: 1, operators: [], maxPlayers: 1, registry }).game
}
