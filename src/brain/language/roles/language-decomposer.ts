import * as z from 'zod'
import type { MindView } from '../../../core/brain.ts'
import type { TaskProposal } from '../../../core/desire.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import type { Goal } from '../../../core/goal.ts'
import type { NameChecks } from '../../../core/name-checks.ts'
import { isOwned } from '../../planner/novelty.ts'
import { isWorthTrying } from '../../planner/planner-proposer.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines } from '../prompt/assemble-prompt.ts'
import { knowledgeLines, thingsOnTheWay } from '../prompt/knowledge-lines.ts'
import { taskWords } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { readPrompt } from '../prompt/read-prompt.ts'
import { stripReasoning } from '../reply/strip-reasoning.ts'
import { askModel } from './ask-model.ts'
import { readSteps } from './read-proposal.ts'
import type { RolePlay } from './role-play.ts'

/** What a model is held to. */
const SHAPE = shapeOf(z.object({ steps: z.array(z.object({ task: z.string(), goal: z.string() })) }))

/** A goal is split anew so often at most. */
const MOST_PLANS = 3
/** A step is tried so often in a plan before the goal is split anew. */
const TRIES_PER_STEP = 2

interface Plan {
  readonly steps: readonly TaskProposal[]
  /** How many tasks there had been when it was made. */
  readonly since: number
}

/**
 * Splits a goal that was failed at into steps and has them done in their order (Voyager's `decompose_task` and `inference`).
 * A step that fails is tried again; when it fails again, the goal is split anew with the reason. After some plans it is left to the
 * curriculum.
 */
export class LanguageDecomposer {
  readonly #play: RolePlay | null
  readonly #names: NameChecks
  readonly #plans = new Map<string, Plan>()
  readonly #made = new Map<string, number>()

  /** @param play null where no model plays the role: then nothing is split */
  constructor(play: RolePlay | null, names: NameChecks) {
    this.#play = play
    this.#names = names
  }

  /** The step to do now; null as long as nothing was given up, and when no plan is left. Never throws for the model. */
  async nextStep(view: MindView, goal: Goal): Promise<TaskProposal | null> {
    const play = this.#play
    const failure = view.tasks.findLast((task) => task.status === 'given-up')
    if (failure === undefined || play === null) return null
    const key = formatGoal(goal)
    if (!this.#made.has(key)) this.#remember(play, view, goal)
    const current = this.#plans.get(key)
    const step = current === undefined ? null : nextOf(current, view)
    if (step !== null) return step
    const made = this.#made.get(key) ?? 0
    if (made >= MOST_PLANS) return null
    this.#made.set(key, made + 1)
    const steps = await this.#decompose(play, view, goal, failure.reason ?? '')
    const plan = { steps, since: view.tasks.length }
    this.#plans.set(key, plan)
    return nextOf(plan, view)
  }

  async #decompose(
    play: RolePlay,
    view: MindView,
    goal: Goal,
    reason: string,
  ): Promise<readonly TaskProposal[]> {
    const wanted = taskWords('', thingsOnTheWay(view, goal))
    const answered = await askModel(play, {
      slots: {
        aim: always(formatGoal(goal)),
        reason: always(quote(reason, 200)),
        ...observationSlots(view, wanted),
        knowledge: lines(knowledgeLines(view, goal), 1),
      },
      json: true,
      shape: SHAPE,
      read: (reply) => readSteps(reply, view, this.#names),
    })
    return answered.ok ? towards(goal, answered.value) : []
  }

  /** The plans of earlier parts of a resumed run: the last one goes on. */
  #remember({ earlier = [] }: RolePlay, view: MindView, goal: Goal): void {
    const key = formatGoal(goal)
    const own = earlier.filter(
      ({ messages }) => messages.length === 2 && readPrompt(messages)?.line('Goal') === key,
    )
    this.#made.set(key, own.length)
    const last = own.at(-1)
    const read = last === undefined ? null : readSteps(stripReasoning(last.text), view, this.#names)
    if (!read?.ok) return
    const since = view.tasks.findLastIndex(({ status }) => status === 'given-up') + 1
    this.#plans.set(key, { steps: towards(goal, read.value), since })
  }
}

function towards(goal: Goal, steps: readonly TaskProposal[]): readonly TaskProposal[] {
  const purpose = `It is a step of the plan for "${formatGoal(goal)}".`
  return steps.map((step) => ({ ...step, purpose }))
}

/**
 * The first step that is still to be done; null when there is none, when it has failed too often, and when it is what failed
 * before the plan was made, while nothing has changed since.
 */
function nextOf({ steps, since }: Plan, view: MindView): TaskProposal | null {
  const tasks = view.tasks.slice(since)
  const count = (step: TaskProposal, status: 'done' | 'given-up') =>
    tasks.filter((task) => task.status === status && isSame(task.goal, step.goal)).length
  const next = steps.find(
    (step) => step.goal !== null && count(step, 'done') === 0 && !isOwned(view, step.goal),
  )
  if (next?.goal === undefined || next.goal === null || count(next, 'given-up') >= TRIES_PER_STEP) return null
  return isStale(view, next.goal, since) ? null : next
}

function isStale(view: MindView, goal: Goal, since: number): boolean {
  const last = view.tasks.findLastIndex((task) => isSame(task.goal, goal))
  if (last < 0 || last >= since || isWorthTrying(view, goal)) return false
  return !view.tasks.slice(last + 1).some(({ status }) => status === 'done')
}

function isSame(a: Goal | null, b: Goal | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
