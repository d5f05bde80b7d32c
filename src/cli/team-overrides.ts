import { resolve } from 'node:path'
import { InputError } from '../core/errors.ts'
import { parseGoalText } from '../core/goal-text.ts'
import { parseServerAddress } from './server-address.ts'
import { type GameVersion, gameVersionSchema, type TeamFile } from './team-schema.ts'

/** Flags of the command line that take the place of what the team file says. */
export interface TeamOverrides {
  readonly server?: string
  readonly world?: string
  readonly seed?: number
  readonly goal?: string
  readonly until?: 'all' | 'any'
  readonly minutes?: number
  readonly time?: 'real' | 'simulated'
  readonly library?: string
  readonly versionOfGame?: string
}

/** The team with the flags applied. Throws an InputError for flags that exclude one another or cannot be read. */
export function overrideTeam(team: TeamFile, flags: TeamOverrides): TeamFile {
  return {
    ...team,
    ...place(team, flags),
    seed: flags.seed ?? team.seed,
    time: flags.time ?? team.time,
    goal: flags.goal === undefined ? team.goal : parseGoalText(flags.goal),
    until: flags.until ?? team.until,
    limits: { ...team.limits, minutes: flags.minutes ?? team.limits.minutes },
    library: flags.library === undefined ? team.library : resolve(flags.library),
  }
}

/** The version of the game by its name. Throws an InputError that lists what there is. */
export function gameVersion(text: string): GameVersion {
  const parsed = gameVersionSchema.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InputError(
    `The embedded server does not speak Minecraft "${text}". Choose ${gameVersionSchema.options.join(' or ')}.`,
  )
}

function place(team: TeamFile, flags: TeamOverrides): Pick<TeamFile, 'world' | 'server' | 'version'> {
  if (flags.server !== undefined && flags.world !== undefined) {
    throw new InputError(
      `--server "${flags.server}" and --world "${flags.world}" exclude each other: keep the one to play on.`,
    )
  }
  const server = flags.server === undefined ? team.server : parseServerAddress(flags.server, team.server)
  const joins = flags.world === undefined && server !== null
  if (joins) {
    // A server that is joined may speak any version that Mineflayer does.
    return {
      world: null,
      server: { ...server, version: flags.versionOfGame ?? server.version },
      version: team.version,
    }
  }
  const version = flags.versionOfGame === undefined ? team.version : gameVersion(flags.versionOfGame)
  return { world: flags.world ?? team.world, server: null, version }
}
