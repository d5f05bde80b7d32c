import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { errorMessage, InputError } from '../core/errors.ts'
import { parseGoalText } from '../core/goal-text.ts'
import { packageRoot } from '../core/package-root.ts'
import { keyOffset } from './key-offset.ts'
import { explainIssues, type TeamIssue } from './team-issues.ts'
import { type TeamFile, teamFileSchema } from './team-schema.ts'

/** The world that a team plays in when its file names neither a world nor a server. */
const DEFAULT_WORLD = 'plains'

/** The team file that ships with Kithcraft. */
export function defaultTeamPath(): string {
  return join(packageRoot(), 'src', 'cli', 'default-team.yaml')
}

/**
 * Reads and checks a team file, YAML or JSON. Relative `documents` and `library`, and a `world` that is a file, are taken from the
 * file's folder.
 *
 * Throws an InputError that lists everything that is wrong, each with its line, the key's path, the value and the fix.
 */
export function loadTeamFile(path: string): TeamFile {
  const team = parseTeamFile(readText(path), path)
  const fromFile = (named: string) => resolve(dirname(path), named)
  const world = team.world?.endsWith('.yaml') ? fromFile(team.world) : team.world
  const documents = team.documents.map(fromFile)
  return { ...team, world, documents, library: team.library === null ? null : fromFile(team.library) }
}

/**
 * Checks the text of a team file.
 *
 * @param name how error messages call it
 */
export function parseTeamFile(text: string, name: string): TeamFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const reason = syntaxError.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')
    throw unusable(name, [`${lineAt(lines, syntaxError.pos[0])}${reason}.`])
  }
  const content: unknown = document.toJS() ?? {}
  const parsed = teamFileSchema.safeParse(content)
  const issues = parsed.success ? findContradictions(parsed.data) : explainIssues(parsed.error, content)
  if (issues.length > 0 || !parsed.success) {
    const found = issues.map((issue) => ({
      ...issue,
      offset: keyOffset(document.contents, issue.path) ?? -1,
    }))
    const inOrder = found.sort((a, b) => a.offset - b.offset)
    throw unusable(
      name,
      inOrder.map((issue) => `${lineAt(lines, issue.offset)}${issue.message}`),
    )
  }
  return complete(parsed.data)
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
function findContradictions(team: ParsedTeam): readonly TeamIssue[] {
  const issues: TeamIssue[] = []
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
  if (typeof team.goal === 'string') issues.push(...goalIssues(team.goal))
  return issues
}

function goalIssues(text: string): readonly TeamIssue[] {
  try {
    parseGoalText(text)
    return []
  } catch (error) {
    return [{ path: ['goal'], message: errorMessage(error) }]
  }
}

/** Why a file cannot be read, by the system's code. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = UNREADABLE[code] ?? errorMessage(error)
    throw new InputError(
      `Cannot read the team file "${path}": ${reason}. Name a YAML or JSON file, or none for the default team.`,
      { cause: error },
    )
  }
}

function unusable(name: string, problems: readonly string[]): InputError {
  const list =
    problems.length === 1 ? ` ${problems[0]}` : problems.map((problem) => `\n  ${problem}`).join('')
  return new InputError(`Cannot use the team file "${name}":${list}`)
}

function lineAt(lines: LineCounter, offset: number): string {
  return offset < 0 ? '' : `line ${lines.linePos(offset).line}: `
}
