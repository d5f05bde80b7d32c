import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../core/errors.ts'
import { bindArguments } from '../../core/goal-binding.ts'
import type { Json } from '../../core/json.ts'
import { outcomeEnding } from '../../core/outcome-ending.ts'
import type { Skill } from '../../core/skill.ts'
import { SkillFolder } from '../../memory/skill-folder.ts'
import type { CommandIo } from '../command-io.ts'
import type { RunSkill, SkillRunResult } from '../compose/skill-run.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { findRecordedSkill, loadRecordedSkills } from '../recorded-skills.ts'
import { teamLimitsSchema } from '../team-schema.ts'
import { attemptLimits, placeOf, type SkillRunFlags } from './skills.ts'

/**
 * Runs skills of a folder in fresh worlds, one after another, and notes in their files how they did: a skill that did what
 * it promises is verified. One whose parameters need values, or that promises nothing a machine can check, stays as it is.
 */
export async function verifySkillsCommand(
  names: readonly string[],
  flags: SkillRunFlags & { readonly from: string },
  runSkill: RunSkill,
  io: CommandIo,
): Promise<ExitCode> {
  refuseView(flags.from)
  const libraries = loadRecordedSkills(flags.from)
  const library = libraries.flatMap(({ skills }) => skills)
  const chosen =
    names.length > 0
      ? names.map((name) => findRecordedSkill(libraries, name, null).skill)
      : [...new Map(library.map((skill) => [skill.name, skill])).values()]
  const stop = new AbortController()
  const stopListening = io.onInterrupt(() => (stop.signal.aborted ? io.quit() : stop.abort()))
  let verified = 0
  try {
    for (const skill of chosen) {
      if (stop.signal.aborted) break
      const result = await verify({ skill, library, flags, runSkill, signal: stop.signal })
      if (typeof result !== 'string') {
        new SkillFolder(flags.from).save(judged(skill, result))
        if (result.held) verified++
      }
      io.out(`  ${skill.name} v${skill.version}: ${lineOf(result)}`)
    }
  } finally {
    stopListening()
  }
  io.out(`${verified} of ${chosen.length} skills verified.`)
  return verified === chosen.length ? EXIT.reached : EXIT.missed
}

interface Candidate {
  readonly skill: Skill
  readonly library: readonly Skill[]
  readonly flags: SkillRunFlags
  readonly runSkill: RunSkill
  readonly signal: AbortSignal
}

/** What became of it, or why it was not run. */
async function verify(candidate: Candidate): Promise<SkillRunResult | string> {
  const { skill, library, flags, runSkill, signal } = candidate
  if (skill.postcondition === null) return 'it promises nothing that a machine can check'
  const values: Json[] = skill.parameters.map((parameter) => parameter.default)
  if (values.includes(null)) return 'it needs arguments: try it with "skills run"'
  bindArguments(skill.parameters, values)
  return runSkill({
    skill,
    library,
    arguments: values,
    place: placeOf(flags),
    limits: attemptLimits(teamLimitsSchema.parse({})),
    signal,
    log: () => {},
  })
}

function judged(skill: Skill, { held }: SkillRunResult): Skill {
  const { runs, successes, lastTick } = skill.statistics
  return {
    ...skill,
    status: held ? 'verified' : skill.status,
    statistics: { runs: runs + 1, successes: successes + (held ? 1 : 0), lastTick },
  }
}

function lineOf(result: SkillRunResult | string): string {
  if (typeof result === 'string') return `left as it is: ${result}.`
  if (result.held) return 'verified.'
  const reason = (result.outcome.error?.message ?? result.missing).replace(/\.$/, '')
  return `not verified: it ${outcomeEnding(result.outcome.status)}${reason === '' ? '' : `; ${cleanText(reason)}`}.`
}

function refuseView(from: string): void {
  if (!existsSync(join(from, 'journal.jsonl')) && !existsSync(join(from, 'skills.json'))) return
  throw new InputError(
    `Cannot note results in "${from}": it is no folder of skill files. Bring the skills into one first: ` +
      `kithcraft skills import ${from} --to my-skills`,
  )
}
