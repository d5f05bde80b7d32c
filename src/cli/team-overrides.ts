import { resolve } from 'node:path'
import { type ModelChoice, modelSpecSchema, resolveChoice } from '../brain/language/model/model-spec.ts'
import { InputError } from '../core/errors.ts'
import { parseGoalText } from '../core/goal-text.ts'
import { brainIssues } from './brain-issues.ts'
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
  readonly memory?: string
  /** A model, or `planner`, for all agents. */
  readonly brain?: string
  /** Where that model's API lies. */
  readonly brainUrl?: string
  readonly versionOfGame?: string
}

/** The team with the flags applied. Throws an InputError for flags that exclude one another or cannot be read. */
export function overrideTeam(team: TeamFile, flags: TeamOverrides): TeamFile {
  if (flags.brainUrl !== undefined && flags.brain === undefined) {
    throw new InputError('--brain-url says where a model lies: name the model too, with --brain.')
  }
  return {
    ...team,
    ...place(team, flags),
    seed: flags.seed ?? team.seed,
    time: flags.time ?? team.time,
    goal: flags.goal === undefined ? team.goal : parseGoalText(flags.goal),
    until: flags.until ?? team.until,
    limits: { ...team.limits, minutes: flags.minutes ?? team.limits.minutes },
    library: flags.library === undefined ? team.library : resolve(flags.library),
    memory: { ...team.memory, from: flags.memory === undefined ? team.memory.from : resolve(flags.memory) },
    agents: flags.brain === undefined ? team.agents : allWith(brainOf(flags.brain, flags, team), team),
  }
}

/** `compatible/NAME` is complete once it is said where it lies. */
function compatibleAt(brain: string, url: string): TeamFile['models'] {
  const model = /^compatible\/(.+)$/.exec(brain)?.[1]
  const parsed = modelSpecSchema.safeParse({ provider: 'compatible', model, url })
  return parsed.success ? { [brain]: parsed.data } : {}
}

function brainOf(brain: string, { brainUrl }: TeamOverrides, team: TeamFile): ModelChoice {
  if (brainUrl === undefined) return brain
  // Where a compatible server lies is just what is said here.
  const known = { ...team.models, ...compatibleAt(brain, brainUrl) }
  const found = resolveChoice(brain, known)
  if (found.type !== 'model') return brain
  const checked = modelSpecSchema.safeParse({ ...found.spec, url: brainUrl })
  if (checked.success) return checked.data
  throw new InputError(`--brain-url is "${brainUrl}": write it like http://127.0.0.1:8080/v1.`)
}

function allWith(brain: ModelChoice, team: TeamFile): TeamFile['agents'] {
  const agents = team.agents.map((agent) => ({ ...agent, brain }))
  const [issue] = brainIssues({ ...team, agents })
  if (issue !== undefined) throw new InputError(issue.message.replace(/^"[^"]*"/, '--brain'))
  return agents
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
