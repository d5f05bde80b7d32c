import * as z from 'zod'
import type { MindView, Proposer } from '../../../core/brain.ts'
import type { TaskProposal } from '../../../core/desire.ts'
import type { Episode } from '../../../core/episode.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import type { Goal } from '../../../core/goal.ts'
import type { NameChecks } from '../../../core/name-checks.ts'
import { goalText } from '../../planner/goal-text.ts'
import { isOwned } from '../../planner/novelty.ts'
import { isWorthTrying } from '../../planner/planner-proposer.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines, listed, type Slots } from '../prompt/assemble-prompt.ts'
import { knowledgeLines, thingsOnTheWay } from '../prompt/knowledge-lines.ts'
import { documentLines, doneEntries, failedLines, taskWords } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { EVERYTHING, type Shown, warmUp } from '../prompt/warm-up.ts'
import { askModel } from './ask-model.ts'
import { explainFailure } from './explain-failure.ts'
import type { LanguageDecomposer } from './language-decomposer.ts'
import type { LanguageQuestioner } from './language-questioner.ts'
import { readProposal } from './read-proposal.ts'
import type { RolePlay } from './role-play.ts'

export interface ProposerParts {
  readonly names: NameChecks
  readonly decomposer: LanguageDecomposer
  readonly questioner: LanguageQuestioner
  /** Who proposes where the model cannot. */
  readonly instead: Proposer | null
  /** Decides what an open-ended curriculum is shown now and then. */
  readonly seed: string
}

/** What a model is held to. */
const SHAPE = shapeOf(z.object({ task: z.string().nullable(), goal: z.string().nullable() }))

/** Has a model choose the next task. What it may not choose (misspelt, done, given up) is said back to it. */
export class LanguageProposer implements Proposer {
  readonly #play: RolePlay
  readonly #parts: ProposerParts

  constructor(play: RolePlay, parts: ProposerParts) {
    this.#play = play
    this.#parts = parts
  }

  async propose(
    view: MindView,
    teamGoal: Goal | null,
    episodes: readonly Episode[] = [],
  ): Promise<TaskProposal | null> {
    const { names, decomposer, questioner, instead, seed } = this.#parts
    const step = teamGoal === null ? null : await decomposer.nextStep(view, teamGoal)
    if (step !== null) return step
    const shown = teamGoal === null ? warmUp(doneEntries(view).length, view.percept, seed) : EVERYTHING
    const answers = teamGoal === null && shown.questions ? await questioner.learn(view) : []
    const answered = await askModel(this.#play, {
      slots: proposerSlots(view, teamGoal, shown, answers),
      json: true,
      shape: SHAPE,
      read: (reply) => readProposal(reply, view, names),
    })
    if (answered.ok) return answered.value
    if (instead !== null) return instead.propose(view, teamGoal, episodes)
    const isAim = teamGoal !== null && isWorthTrying(view, teamGoal) && !isOwned(view, teamGoal)
    if (isAim) return { text: goalText(teamGoal), goal: teamGoal, proposedBy: 'curriculum' }
    throw new Error(explainFailure(answered, 'task'))
  }
}

const OPEN_AIM = 'discover as many different things as possible, the simple ones first'

function proposerSlots(view: MindView, aim: Goal | null, shown: Shown, answers: readonly string[]): Slots {
  const wanted = taskWords('', aim === null ? [] : thingsOnTheWay(view, aim))
  return {
    aim: always(aim === null ? OPEN_AIM : formatGoal(aim)),
    ...observationSlots(view, wanted, shown),
    knowledge: lines(aim === null ? [] : knowledgeLines(view, aim), 1),
    done: listed(doneEntries(view).slice(0, MOST_DONE), 4),
    failed: lines(failedLines(view).slice(0, MOST_DONE), 2),
    notes: lines(documentLines(view, wanted), 4),
    answers: lines(answers, 5),
  }
}

const MOST_DONE = 20
