import { createGameServer } from '../../server/game-server.ts'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import type { ServableGame, ServeFlags } from './commands/serve.ts'

/** The embedded game server in this process. Throws an InputError for a world that does not exist. */
export async function makeGame(flags: ServeFlags): Promise<ServableGame> {
  const { version, seed, op: operators, maxPlayers } = flags
  return createGameServer({ version, world: loadWorldDefinition(flags.world), seed, operators, maxPlayers })
}
