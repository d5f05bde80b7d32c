import * as z from 'zod'
import type { MindView } from '../../../core/brain.ts'
import type { TaskProposal } from '../../../core/desire.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import type { Goal } from '../../../core/goal.ts'
import type { NameChecks } from '../../../core/name-checks.ts'
import { isOwned } from '../../planner/novelty.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines } from '../prompt/assemble-prompt.ts'
import { knowledgeLines, thingsOnTheWay } from '../prompt/knowledge-lines.ts'
import { taskWords } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { askModel } from './ask-model.ts'
import { readSteps } from './read-proposal.ts'
import type { RolePlay } from './role-play.ts'

/** What a model is held to. */
const SHAPE = shapeOf(z.object({ steps: z.array(z.object({ task: z.string(), goal: z.string() })) }))

/** Splits a goal that failed into steps, once; the proposer is shown those that are left. */
export class LanguageDecomposer {
  readonly #play: RolePlay | null
  readonly #names: NameChecks
  readonly #steps = new Map<string, readonly TaskProposal[]>()

  /** @param play null where no model plays the role: then nothing is split */
  constructor(play: RolePlay | null, names: NameChecks) {
    this.#play = play
    this.#names = names
  }

  /** Steps to the goal that are still to be done; none as long as nothing was given up. Never throws for the model. */
  async stepsFor(view: MindView, goal: Goal): Promise<readonly TaskProposal[]> {
    const key = formatGoal(goal)
    const failure = view.tasks.findLast((task) => task.status === 'given-up')
    if (failure === undefined || this.#play === null) return []
    const known =
      this.#steps.get(key) ?? (await this.#decompose(this.#play, view, goal, failure.reason ?? ''))
    this.#steps.set(key, known)
    return known.filter((step) => step.goal !== null && !isOwned(view, step.goal))
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
    return answered.ok ? answered.value : []
  }
}
