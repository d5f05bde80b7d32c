import { InputError } from '../../core/errors.ts'
import type { Goal } from '../../core/goal.ts'
import { bindArguments, bindGoal } from '../../core/goal-binding.ts'
import type { Json } from '../../core/json.ts'
import { outcomeEnding } from '../../core/outcome-ending.ts'
import type { Skill } from '../../core/skill.ts'
import { formatSkillFile } from '../../memory/skill-file.ts'
import { createCheckSkill } from '../../sandbox/create-check-skill.ts'
import { describeGoal } from '../../web/describe-goal.ts'
import type { CommandIo } from '../command-io.ts'
import type { RunSkill, SkillRunPlace } from '../compose/skill-run.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { jsonOrText } from '../option-parsers.ts'
import { findRecordedSkill, loadRecordedSkills, usualSkillSource } from '../recorded-skills.ts'
import { parseServerAddress } from '../server-address.ts'
import { type GameVersion, type TeamLimits, teamLimitsSchema } from '../team-schema.ts'

export interface SkillsFlags {
  /** A run directory or a folder of skill files. */
  readonly from?: string
  /** Whose library, where the run has several. */
  readonly agent?: string
  readonly json?: boolean
}

export interface SkillRunFlags extends SkillsFlags {
  readonly world?: string
  readonly server?: string
  readonly seed: number
  readonly versionOfGame: GameVersion
}

/** Lists the newest version of every skill. */
export function listSkillsCommand(flags: SkillsFlags, io: CommandIo): ExitCode {
  const from = flags.from ?? usualSkillSource()
  const libraries = loadRecordedSkills(from).filter(
    ({ owner }) => flags.agent === undefined || owner === flags.agent,
  )
  if (flags.json) {
    io.out(
      JSON.stringify(
        libraries.flatMap(({ owner, skills }) => newest(skills).map((skill) => ({ owner, ...skill }))),
      ),
    )
    return EXIT.reached
  }
  io.err(`Skills from ${from}`)
  for (const { refused } of libraries) for (const reason of refused) io.err(`  Cannot be used: ${reason}`)
  for (const { owner, skills } of libraries) {
    if (owner !== null) io.out(`${owner}:`)
    for (const skill of newest(skills)) io.out(listLine(skill))
  }
  if (libraries.length === 0) io.out('No skills.')
  return EXIT.reached
}

/** Prints one skill as its file has it. */
export function showSkillCommand(name: string, flags: SkillsFlags, io: CommandIo): ExitCode {
  const libraries = loadRecordedSkills(flags.from ?? usualSkillSource())
  const { skill } = findRecordedSkill(libraries, name, flags.agent ?? null)
  io.out(flags.json ? JSON.stringify(skill) : formatSkillFile(skill).trimEnd())
  return EXIT.reached
}

/** Runs a recorded skill again, on any world or server, and checks what it promises. */
export async function runSkillCommand(
  call: { readonly name: string; readonly arguments: readonly string[] },
  flags: SkillRunFlags,
  runSkill: RunSkill,
  io: CommandIo,
): Promise<ExitCode> {
  const place = placeOf(flags)
  const libraries = loadRecordedSkills(flags.from ?? usualSkillSource())
  const { skill, library } = findRecordedSkill(libraries, call.name, flags.agent ?? null)
  refuseBrokenSkill(skill, library.skills)
  const values = call.arguments.map(jsonOrText)
  refuseSurplus(skill, values.length)
  const promise = boundPromise(skill, values)
  const stop = new AbortController()
  const stopListening = io.onInterrupt(() => (stop.signal.aborted ? io.quit() : stop.abort()))
  try {
    const result = await runSkill({
      skill,
      library: library.skills,
      arguments: values,
      place,
      limits: attemptLimits(teamLimitsSchema.parse({})),
      signal: stop.signal,
      log: io.err,
    })
    if (flags.json) io.out(JSON.stringify({ skill: skill.name, version: skill.version, ...result }))
    else for (const line of resultLines(skill, promise, result)) io.out(line)
    return result.held ? EXIT.reached : EXIT.missed
  } finally {
    stopListening()
  }
}

function refuseSurplus({ name, parameters }: Skill, given: number): void {
  if (given <= parameters.length) return
  const takes =
    parameters.length === 0 ? 'nothing' : parameters.map((parameter) => `"${parameter.name}"`).join(', ')
  throw new InputError(`Cannot run the skill "${name}" with ${given} arguments: it takes ${takes}.`)
}

/** Says what is wrong with the source before a world is started for it. Throws an InputError. */
function refuseBrokenSkill(skill: Skill, library: readonly Skill[]): void {
  const callable = library.map(({ name }) => name).filter((name) => name !== skill.name)
  const findings = createCheckSkill()(skill.name, skill.source, callable)
  if (findings.length === 0) return
  const list = findings.map(({ line, column, message }) => `\n  line ${line}, column ${column}: ${message}`)
  throw new InputError(`Cannot run the skill "${skill.name}": its source breaks rules.${list.join('')}`)
}

/** Where the flags ask to run a skill. */
export function placeOf(flags: SkillRunFlags): SkillRunPlace {
  if (flags.server !== undefined) {
    return { type: 'server', server: parseServerAddress(flags.server, null) }
  }
  const { seed, versionOfGame: version } = flags
  return { type: 'world', world: flags.world ?? 'plains', seed, version }
}

/** The limits of a single attempt among those of a team. */
export function attemptLimits(limits: TeamLimits) {
  return { ticks: limits.attemptTicks, fuel: limits.fuel, turnMs: limits.turnMs, memoryMb: limits.memoryMb }
}

function newest(skills: readonly Skill[]): readonly Skill[] {
  return [...new Map(skills.map((skill) => [skill.name, skill])).values()]
}

function listLine(skill: Skill): string {
  const parameters = skill.parameters.map(({ name }) => name).join(', ')
  const { runs, successes } = skill.statistics
  const used = runs === 0 ? '' : `, ${successes} of ${runs} runs succeeded`
  const head = `  ${skill.name}(${parameters})  v${skill.version}, ${skill.status}${used}`
  return `${head}\n    ${cleanText(skill.description)}`
}

/**
 * What the skill promises when it is called with these values; null when it promises nothing. Throws an InputError for
 * values that do not fit, before a world is started for them.
 */
function boundPromise(skill: Skill, values: readonly Json[]): Goal | null {
  if (skill.postcondition === null) return null
  return bindGoal(skill.postcondition, bindArguments(skill.parameters, values))
}

function resultLines(
  skill: Skill,
  goal: Goal | null,
  { outcome, held, missing }: Awaited<ReturnType<RunSkill>>,
): readonly string[] {
  const ticks = outcome.endTick - outcome.startTick
  const promise = goal === null ? 'completed' : describeGoal(goal)
  return [
    ...outcome.chat.map((line) => `  ${cleanText(line)}`),
    `${skill.name} v${skill.version}: ${outcomeEnding(outcome.status)} after ${ticks} ticks.`,
    ...(outcome.error === null ? [] : [`  ${cleanText(outcome.error.message)}`]),
    held ? `Its postcondition holds: ${promise}.` : `Its postcondition does not hold: ${missing || promise}.`,
  ]
}
