import type { Attempt } from '../../core/attempt.ts'
import type { Author, Authored, AuthorRequest, MindView, Question } from '../../core/brain.ts'
import { claimKey } from '../../core/claim.ts'
import type { Task } from '../../core/desire.ts'
import { failedActs, searchedInVain } from '../../core/failed-acts.ts'
import type { Goal } from '../../core/goal.ts'
import type { GoalCode } from './code/goal-code-parts.ts'
import type { SeedName } from './code/pen.ts'
import { SkillWriter } from './code/skill-writer.ts'
import { costTable } from './cost-table.ts'
import { countsOn } from './counts-on.ts'
import { type Experience, experienceOf, type FailedCode } from './experience.ts'
import { experiment } from './experiment.ts'
import { failedSkills, isJsonEqual, penaltiesFor } from './failures.ts'
import { findSkill, reuse } from './find-skill.ts'
import { handoverOf } from './handover.ts'
import { itemQuestion } from './item-question.ts'
import { inWords } from './kind.ts'
import { makePlan } from './make-plan.ts'
import type { Plan, PlanStep } from './plan.ts'
import { type Situation, situationOf } from './situation.ts'

/** Writes skill code for what the agent believes to be the cheapest way to a goal. */
export class PlannerAuthor implements Author {
  readonly #seeds: Readonly<Record<SeedName, string>>
  readonly #firstTurn: number

  /** @param firstTurn which direction to explore first */
  constructor(seeds: Readonly<Record<SeedName, string>>, firstTurn: number) {
    this.#seeds = seeds
    this.#firstTurn = firstTurn
  }

  async author(view: MindView, { task, attempts, recollection }: AuthorRequest): Promise<Authored> {
    if (task.goal === null) return blocked(`"${task.text}" has no goal that a plan could be made for.`)
    const { goal, code, problem } = handoverOf(task.goal, view, attempts)
    if (problem !== null) return blocked(problem)
    const experience = experienceOf(view, recollection.episodes)
    const believed = situationOf(view, penaltiesFor(attempts, experience.failedKeys), experience)
    const known = code === null ? [] : plansFor(code, believed)
    const begging = itemQuestion(known, believed)
    if (begging !== null) return begging
    const isReady = known.some(({ steps }) => steps.some(liesReady))
    const reusable = isReady ? null : this.#reuse(view, goal, { attempts, experience })
    if (reusable !== null) return reusable
    if (code === null) return blocked(`No plan can be made for "${task.text}": its goal is code.`)
    const lacked = unknownIn(known)
    const situation = lacked.length === 0 ? believed : (experiment(view, task, believed) ?? believed)
    const plans = situation === believed ? known : plansFor(code, situation)
    if (unknownIn(plans).length > 0) return lacking(lacked, believed)
    const lost = placeQuestion(view, attempts)
    if (lost !== null) return lost
    if (takesTooLong(view, task, attempts)) {
      return blocked(`"${task.text}" takes too long for something that is only wanted because it is new.`)
    }
    const ground = { plans, situation, failed: failedCode(attempts) }
    const failedBefore = [...experience.failedCode, ...ground.failed]
    // Where all that comes to mind has failed before, it may work now for all that.
    return (
      this.#write(view, code, { ...ground, failed: failedBefore }, attempts) ??
      this.#write(view, code, ground, attempts) ??
      stuck(task.text, attempts)
    )
  }

  /** A skill of the library that reaches the goal, unless it failed just now and nothing was learned from that. */
  #reuse(
    { skills }: MindView,
    goal: Goal,
    { attempts, experience }: { readonly attempts: readonly Attempt[]; readonly experience: Experience },
  ): Authored | null {
    const failedNow = failedSkills(attempts)
    const found = findSkill(skills, goal, new Set([...failedNow, ...experience.failedSkills]))
    return found === null ? null : reuse(found)
  }

  /** Tries variants of the code until one is new; null when all that come to mind have failed before. */
  #write(view: MindView, code: GoalCode, ground: Ground, attempts: readonly Attempt[]): Authored | null {
    const first = this.#firstTurn + attempts.filter((attempt) => !attempt.verdict.success).length
    for (let turn = first; turn <= first + 1; turn++) {
      for (const excluded of [failedSkills(attempts), allSkills(view)]) {
        const authored = this.#variant(view, code, ground, { turn, excluded })
        if (!ground.failed.some((one) => repeats(one, authored, view))) return authored
      }
    }
    return null
  }

  #variant(
    view: MindView,
    code: GoalCode,
    { plans, situation }: Ground,
    variation: { readonly turn: number; readonly excluded: ReadonlySet<string> },
  ): WrittenSkill {
    const items = code.kinds.flatMap(({ kind }) => kind.items)
    const scarce = new Set(plans.flatMap((plan) => [...plan.scarce]))
    const costs = costTable(items, situation, scarce)
    const writer = new SkillWriter({
      costs,
      situation,
      taken: takenIn(plans),
      library: view.skills,
      seeds: this.#seeds,
      ...variation,
    })
    const source = writer.write(headOf(code), code.body)
    return {
      type: 'skill',
      draft: { ...code.header, precondition: null, source, calls: [...writer.calls] },
      arguments: code.arguments,
      reused: null,
      dependsOn: writer.relies,
      countsOn: countsOn(plans, situation),
    }
  }
}

function plansFor({ kinds }: GoalCode, situation: Situation): readonly Plan[] {
  return kinds.map(({ kind, count }) => makePlan(kind, count, situation))
}

function unknownIn(plans: readonly Plan[]): readonly string[] {
  return [...new Set(plans.flatMap((plan) => plan.unknown))]
}

function liesReady({ method }: PlanStep): boolean {
  return method?.type === 'fetch' || method?.type === 'take'
}

/** Items that the plans take out of chests. */
function takenIn(plans: readonly Plan[]): ReadonlySet<string> {
  return new Set(
    plans.flatMap(({ steps }) =>
      steps.flatMap(({ item, method }) => (method?.type === 'take' ? [item] : [])),
    ),
  )
}

type WrittenSkill = Extract<Authored, { type: 'skill' }>

interface Ground {
  readonly plans: readonly Plan[]
  readonly situation: Situation
  readonly failed: readonly FailedCode[]
}

function headOf({ header }: GoalCode): string {
  const parameters = header.parameters.map(({ name, default: value }) =>
    value === null ? name : `${name} = ${JSON.stringify(value)}`,
  )
  return `async function ${header.name}(${['bot', ...parameters].join(', ')})`
}

function allSkills(view: MindView): ReadonlySet<string> {
  return new Set(view.skills.usable().map((skill) => skill.name))
}

/** Whether the code has failed before, with nothing that it relies on believed otherwise since. */
function repeats(failed: FailedCode, { draft, arguments: values, dependsOn }: WrittenSkill, view: MindView) {
  if (failed.source !== draft.source || !isJsonEqual([...failed.arguments], [...values])) return false
  const keys = new Set<string>(dependsOn)
  return !view.beliefs.some(
    ({ claim, tick }) => claim !== null && tick > failed.tick && keys.has(claimKey(claim)),
  )
}

/** What was cut off from outside says nothing about its code. */
function failedCode(attempts: readonly Attempt[]): readonly FailedCode[] {
  return attempts
    .filter(({ verdict, outcome }) => {
      return !verdict.success && outcome?.status !== 'died' && outcome?.status !== 'aborted'
    })
    .map(({ draft, arguments: values, dependsOn, outcome }) => ({
      source: draft.source,
      arguments: values,
      dependsOn,
      tick: outcome?.endTick ?? Number.POSITIVE_INFINITY,
    }))
}

function blocked(reason: string, questions: readonly Question[] = []): Authored {
  return { type: 'blocked', reason, questions }
}

function lacking(unknown: readonly string[], { bareHandFails }: Situation): Authored {
  const questions = unknown.map((name) => ({
    text: bareHandFails.has(name)
      ? `Which tool do I need to get something from ${inWords(name)}?`
      : `How do I get ${inWords(name)}?`,
    about: [name],
  }))
  return blocked(`No way is known to get ${unknown.map(inWords).join(', ')}.`, questions)
}

/** So many searches in vain, and others may know better where to look. */
const ENOUGH_SEARCHES = 3

/**
 * Asks how deep to look for what was nowhere to be found, as long as nothing is believed about that. Who is free to choose
 * has better things to do than to search for one thing again and again.
 */
function placeQuestion(view: MindView, attempts: readonly Attempt[]): Authored | null {
  const { knowledge, teammates } = view
  const searches = attempts.map(searchedInVain).filter((blocks) => blocks.length > 0)
  const blocks = searches.at(-1) ?? []
  const isKnown = blocks.some((block) => knowledge.depthOf(block) !== null)
  if (searches.length < (isFree(view) ? 1 : ENOUGH_SEARCHES) || isKnown) return null
  const names = blocks.map(inWords).join(' or ')
  if (teammates.length === 0) return isFree(view) ? blocked(`There is no ${names} to be found.`) : null
  return blocked(`There is no ${names} to be found.`, [
    { text: `Where do I find ${names}?`, about: blocks.slice(0, MOST_PLACES_ASKED) },
  ])
}

/** Whether time ran out for what the agent took up of its own accord. */
function takesTooLong(view: MindView, { proposedBy }: Task, attempts: readonly Attempt[]): boolean {
  const ranOut = attempts.some(({ outcome }) => outcome?.status === 'timed-out')
  return isFree(view) && proposedBy === 'curriculum' && ranOut
}

/** Whether the agent was given no goal, and takes up what it likes. */
function isFree({ aim }: MindView): boolean {
  return aim === null
}

/** Blocks that one question is about. */
const MOST_PLACES_ASKED = 4

/** Everything was tried: others may know what is wrong with what failed last. */
function stuck(text: string, attempts: readonly Attempt[]): Authored {
  const failure = attempts.flatMap(failedActs).at(-1)
  const reason = `Everything that comes to mind for "${text}" has failed.`
  if (failure === undefined || failure.name === '') return blocked(reason)
  const question = {
    text: `I tried "${failure.act}" on ${inWords(failure.name)} and it failed: ${failure.message} What am I missing?`,
    about: [failure.name],
  }
  return blocked(`${reason} The last problem was: ${failure.message}`, [question])
}
