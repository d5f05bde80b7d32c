import { DEFAULT_MINECRAFT_VERSION } from '../../server/data/minecraft-version.ts'
import { createGameServer } from '../../server/game-server.ts'
import { type OpenSave, openSave } from '../../server/saving/open-save.ts'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import type { Report, ServableGame, ServeFlags } from './commands/serve.ts'

const DEFAULT_WORLD = 'plains'
const DEFAULT_SEED = 1

/** The embedded game server in this process. Throws an InputError for a world that does not exist or is not the saved one. */
export async function makeGame(flags: ServeFlags, report: Report): Promise<ServableGame> {
  const save = flags.save === undefined ? null : await openSave(flags.save)
  try {
    return createGame(flags, save, report)
  } catch (error) {
    save?.folder.close()
    throw error
  }
}

function createGame(flags: ServeFlags, save: OpenSave | null, report: Report): ServableGame {
  const facts = save?.saved?.facts ?? null
  const seed = flags.seed ?? facts?.seed ?? DEFAULT_SEED
  const version = flags.version ?? facts?.version ?? DEFAULT_MINECRAFT_VERSION
  // The saved definition goes on even where its file has changed or gone.
  const isSaved = facts !== null && (flags.world === undefined || flags.world === facts.world.name)
  const world = isSaved ? facts.world : loadWorldDefinition(flags.world ?? DEFAULT_WORLD)
  const { op: operators, maxPlayers } = flags
  const server = createGameServer({
    version,
    world,
    seed,
    operators,
    maxPlayers,
    onProblem: report,
    ...(save === null ? {} : { save }),
  })
  return {
    title: `Minecraft ${version}, world "${world.name}", seed ${seed}`,
    listen: (host, port) => server.listen(host, port),
    start: () => server.start(),
    close: () => server.close(),
  }
}
