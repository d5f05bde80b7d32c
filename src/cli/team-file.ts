import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { errorMessage } from '../core/errors.ts'
import { parseGoalText } from '../core/goal-text.ts'
import { suggestion } from '../core/nearest-name.ts'
import { packageRoot } from '../core/package-root.ts'
import { brainIssues } from './brain-issues.ts'
import { type DocumentIssue, explainIssues } from './document-issues.ts'
import { type TeamFile, teamFileSchema } from './team-schema.ts'
import { readTextDocument, TextDocument } from './text-document.ts'

/** The world that a team plays in when its file names neither a world nor a server. */
const DEFAULT_WORLD = 'plains'

const TEAM_FILE = {
  what: 'team file',
  instead: 'Name a YAML or JSON file, or none for the default team.',
} as const

/** The team file that ships with Kithcraft. */
export function defaultTeamPath(): string {
  return join(packageRoot(), 'src', 'cli', 'default-team.yaml')
}

/**
 * Reads and checks a team file, YAML or JSON. Relative `documents`, `library` and `memory.from`, and a `world` that is a
 * file, are taken from the file's folder.
 *
 * Throws an InputError that lists everything that is wrong, each with its line, the key's path, the value and the fix.
 */
export function loadTeamFile(path: string): TeamFile {
  const document = readTextDocument(path, TEAM_FILE)
  return resolveFiles(complete(document.checked(teamFileSchema, findContradictions)), dirname(path))
}

/**
 * Checks the text of a team file.
 *
 * @param name how error messages call it
 */
export function parseTeamFile(text: string, name: string): TeamFile {
  return complete(new TextDocument(text, name, TEAM_FILE).checked(teamFileSchema, findContradictions))
}

/** A checked team, or everything that is wrong with what somebody made a team of. */
export type TeamCheck =
  | { readonly team: TeamFile; readonly issues: null }
  | { readonly team: null; readonly issues: readonly DocumentIssue[] }

/** Checks a team that comes from elsewhere than a file of its own. */
export function checkTeam(content: unknown): TeamCheck {
  const parsed = teamFileSchema.safeParse(content)
  const issues = parsed.success
    ? findContradictions(parsed.data)
    : explainIssues(parsed.error, content, teamFileSchema)
  if (parsed.success && issues.length === 0) return { team: complete(parsed.data), issues: null }
  return { team: null, issues }
}

/** The team with its files, named in a file in the folder, found. */
export function resolveFiles(team: TeamFile, folder: string): TeamFile {
  const fromFile = (named: string) => resolve(folder, named)
  const world = team.world?.endsWith('.yaml') ? fromFile(team.world) : team.world
  const documents = team.documents.map(fromFile)
  const orNull = (named: string | null) => (named === null ? null : fromFile(named))
  const memory = { ...team.memory, from: orNull(team.memory.from) }
  return { ...team, world, documents, memory, library: orNull(team.library) }
}

/** The JSON Schema of team files, for editors. */
export function teamJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(teamFileSchema, { io: 'input' }), null, 2)}\n`
}

type ParsedTeam = z.infer<typeof teamFileSchema>

function complete(team: ParsedTeam): TeamFile {
  const goal = typeof team.goal === 'string' ? parseGoalText(team.goal) : team.goal
  const world = team.world ?? (team.server === null ? DEFAULT_WORLD : null)
  return { ...team, goal, world }
}

/** What no schema says: fields that exclude one another, names that are taken twice, goals that cannot be read. */
function findContradictions(team: ParsedTeam): readonly DocumentIssue[] {
  const issues: DocumentIssue[] = []
  if (team.world !== null && team.server !== null) {
    issues.push({
      path: ['server'],
      message: `"world" is "${team.world}" and "server" is given too: keep the one to play on and remove the other.`,
    })
  }
  const names = team.agents.map((agent) => agent.name.toLowerCase())
  for (const [index, agent] of team.agents.entries()) {
    if (team.server !== null && Object.keys(agent.inventory).length > 0) {
      issues.push({
        path: ['agents', index, 'inventory'],
        message: `"agents[${index}].inventory" is given, but nothing can be given away on a server that is joined: remove it, or name a world.`,
      })
    }
    if (names.indexOf(agent.name.toLowerCase()) === index) continue
    issues.push({
      path: ['agents', index, 'name'],
      message: `"agents[${index}].name" is "${agent.name}": another agent has that name. Give each its own.`,
    })
  }
  issues.push(...strangers(team))
  issues.push(...brainIssues(team))
  if (typeof team.goal === 'string') issues.push(...goalIssues(team.goal))
  return issues
}

/** Names under `until` that no agent has. */
function strangers({ until, agents }: ParsedTeam): readonly DocumentIssue[] {
  if (typeof until === 'string') return []
  const names = agents.map(({ name }) => name)
  return until.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          {
            path: ['until', index],
            message: `"until[${index}]" is "${name}", who is none of the agents. ${suggestion(name, names, 'agents')}`,
          },
        ],
  )
}

function goalIssues(text: string): readonly DocumentIssue[] {
  try {
    parseGoalText(text)
    return []
  } catch (error) {
    return [{ path: ['goal'], message: errorMessage(error) }]
  }
}
