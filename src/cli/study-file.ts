import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { loadWorldDefinition } from '../../server/world/world-definition.ts'
import { InputError } from '../core/errors.ts'
import { packageRoot } from '../core/package-root.ts'
import { type Episode, planStudy, type StudyPlan } from '../study/plan-study.ts'
import { type Overrides, type StudyFile, studyFileSchema } from '../study/study-schema.ts'
import { belongingsOf } from './compose/belongings.ts'
import type { DocumentIssue } from './document-issues.ts'
import { placeInStudy } from './study-place.ts'
import { checkTeam, resolveFiles } from './team-file.ts'
import { type TeamFile, teamFileSchema } from './team-schema.ts'
import { readTextDocument, type TextDocument } from './text-document.ts'

/** A study whose every episode can be run. */
export interface Study {
  readonly path: string
  readonly file: StudyFile
  readonly plan: StudyPlan
  /** The checked team of an episode. */
  readonly teamOf: (episode: Episode) => TeamFile
}

const STUDY_FILE = {
  what: 'study file',
  instead: '"kithcraft study" without a file lists the studies that come with it.',
} as const

/** Names of the studies that ship with Kithcraft, sorted. */
export function shippedStudies(): readonly string[] {
  const files = readdirSync(shippedFolder()).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort()
}

/**
 * Reads and checks a study and the team of every condition.
 *
 * @param named path of a YAML or JSON file, or the name of a study that ships
 * @param seeds in place of those in the file
 * @throws InputError that lists what is wrong, with lines and fixes
 */
export function loadStudy(named: string, seeds?: number): Study {
  const shipped = join(shippedFolder(), `${named}.yaml`)
  const path = !existsSync(named) && existsSync(shipped) ? shipped : named
  const document = readTextDocument(path, STUDY_FILE)
  const file = document.checked(studyFileSchema, contradictions)
  const folder = dirname(path)
  const base = typeof file.base === 'string' ? readBase(resolve(folder, file.base)) : file.base
  const plan = planStudy(file, base, seeds)
  const teams = checkTeams(document, file, plan, folder)
  return { path, file, plan, teamOf: ({ task, condition, seed }) => ({ ...teamAt(task, condition), seed }) }

  function teamAt(task: string, condition: string): TeamFile {
    const team = teams.get(`${task}/${condition}`)
    if (team === undefined) throw new Error(`The study has no condition "${task}/${condition}".`)
    return team
  }
}

function shippedFolder(): string {
  return join(packageRoot(), 'src', 'study', 'shipped')
}

/** The content of a team file, checked by itself first, so that its mistakes are told with its own lines. */
function readBase(path: string): Overrides {
  const document = readTextDocument(path, {
    what: 'base team',
    instead: 'Name a team file, or write the team.',
  })
  document.checked(teamFileSchema)
  return studyFileSchema.shape.base.options[1].parse(document.content)
}

/** Names that stand for nothing or for two things. */
function contradictions(file: StudyFile): readonly DocumentIssue[] {
  const { conditions } = planStudy(file, {}, 1)
  const names = conditions.map(({ name }) => name)
  const taskNames = file.tasks?.map(({ name }) => name) ?? []
  const twice = [...repeated(names), ...repeated(taskNames)].map((name) => ({
    path: ['conditions'],
    message: `"${name}" is the name of two conditions or two tasks: give each its own.`,
  }))
  const unknown = (file.compare ?? []).flatMap((pair, index) =>
    (['from', 'to'] as const)
      .filter((side) => !names.includes(pair[side]))
      .map((side) => ({
        path: ['compare', index, side],
        message: `"compare[${index}].${side}" is "${pair[side]}": there is no such condition. There is ${names.join(', ')}.`,
      })),
  )
  return [...twice, ...unknown]
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

/** One team per task and condition, by `TASK/CONDITION`. */
function checkTeams(
  document: TextDocument,
  file: StudyFile,
  plan: StudyPlan,
  folder: string,
): ReadonlyMap<string, TeamFile> {
  const issues = new Map<string, DocumentIssue>()
  const teams = new Map<string, TeamFile>()
  for (const episode of plan.episodes.filter(({ seed }) => seed === plan.seeds[0])) {
    const checked = checkTeam({ ...episode.team, time: 'simulated' })
    const found = checked.issues ?? teamIssues(checked.team, file)
    for (const { path, message } of found) {
      const place = placeInStudy(path, episode, file)
      const where = place.inBase ? '' : `in the condition "${episode.condition}": `
      issues.set(`${where}${message}`, { path: place.path, message: `${where}${message}` })
    }
    if (checked.team !== null) {
      teams.set(`${episode.task}/${episode.condition}`, resolveFiles(checked.team, folder))
    }
  }
  if (issues.size > 0) throw document.refuse([...issues.values()])
  for (const world of new Set([...teams.values()].map((team) => team.world))) {
    if (world !== null) loadWorldDefinition(world)
  }
  for (const team of teams.values()) belongingsOf(team)
  return teams
}

function teamIssues(team: TeamFile, { subjects }: StudyFile): readonly DocumentIssue[] {
  const names = team.agents.map(({ name }) => name)
  const missing = (subjects ?? []).filter((subject) => !names.includes(subject))
  return [
    ...(team.server === null
      ? []
      : [
          {
            path: ['server'],
            message: '"server" is given, but studies play in simulated time: name a world instead.',
          },
        ]),
    ...missing.map((subject) => ({
      path: ['agents'],
      message: `the subject "${subject}" is none of its agents: ${names.join(', ')}.`,
    })),
  ]
}

/** The episode that a person names as CONDITION/SEED or TASK/CONDITION/SEED. Throws an InputError for any other. */
export function findEpisode({ plan }: Study, id: string): Episode {
  const found = plan.episodes.find((episode) => episode.id === id)
  if (found !== undefined) return found
  const examples = [plan.episodes[0], plan.episodes.at(-1)].flatMap((episode) => episode?.id ?? [])
  throw new InputError(
    `The study has no episode "${id}". Its episodes are named like "${examples.join('" and "')}".`,
  )
}

/**
 * Which episodes a part of the study holds: those whose task, condition and seed are among the names, such as `iron-ore`,
 * `no-talk` or `iron-ore/no-talk`. Throws an InputError where that is none.
 */
export function isPartOf({ plan }: Study, part: string): (id: string) => boolean {
  const names = part.split('/')
  const held = plan.episodes.filter(({ task, condition, seed }) =>
    names.every((name) => [task, condition, String(seed)].includes(name)),
  )
  if (held.length === 0) {
    const known = [...plan.tasks, ...plan.conditions].map(({ name }) => name)
    throw new InputError(
      `The study has no part "${part}". Name a task, a condition or a seed, or several with "/" between them: ${known.join(', ')}, ${plan.seeds.join(', ')}.`,
    )
  }
  const ids = new Set(held.map(({ id }) => id))
  return (id) => ids.has(id)
}
