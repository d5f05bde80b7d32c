import * as z from 'zod'
import type { Attempt } from '../../../core/attempt.ts'
import type { Author, Authored, AuthorRequest, MindView } from '../../../core/brain.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import { failedSkills } from '../../planner/failures.ts'
import { findSkill, reuse } from '../../planner/find-skill.ts'
import { always, lines, type Slots } from '../prompt/assemble-prompt.ts'
import { attemptLine, attemptText, fenced } from '../prompt/attempt-lines.ts'
import { knowledgeLines, thingsOnTheWay } from '../prompt/knowledge-lines.ts'
import { noteLines, skillLines, taskWords } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { type Reading, readJson } from '../reply/read-json.ts'
import { readSkill } from '../reply/read-skill.ts'
import { askModel } from './ask-model.ts'
import { explainFailure } from './explain-failure.ts'
import type { RolePlay } from './role-play.ts'
import { writtenSkill } from './written-skill.ts'

/** Answers how a task is done, for an author that failed at it. */
export type ContextFor = (view: MindView, text: string) => Promise<string>

/**
 * Has a model write skill code. A library skill that promises the goal is taken without asking: that costs nothing. After
 * a failure the model sees its code, the error with its line, what acts answered, what was said and the critique.
 */
export class LanguageAuthor implements Author {
  readonly #play: RolePlay
  readonly #contextFor: ContextFor
  readonly #instead: Author | null

  /** @param instead who writes where the model cannot */
  constructor(play: RolePlay, contextFor: ContextFor, instead: Author | null) {
    this.#play = play
    this.#contextFor = contextFor
    this.#instead = instead
  }

  async author(view: MindView, request: AuthorRequest): Promise<Authored> {
    const { task, attempts } = request
    const known = task.goal === null ? null : findSkill(view.skills, task.goal, failedSkills(attempts))
    if (known !== null) return reuse(known)
    const context = attempts.length === 0 ? '' : await this.#contextFor(view, task.text)
    const answered = await askModel(this.#play, {
      slots: authorSlots(view, request, context),
      json: false,
      read: (reply) => readAuthored(reply, view, request),
    })
    if (answered.ok) return answered.value
    if (this.#instead !== null) return this.#instead.author(view, request)
    return { type: 'blocked', reason: explainFailure(answered, 'code'), questions: [] }
  }
}

function authorSlots(
  view: MindView,
  { task, recollection, attempts }: AuthorRequest,
  context: string,
): Slots {
  const things = task.goal === null ? [] : thingsOnTheWay(view, task.goal)
  const wanted = taskWords(task.text, things)
  const last = attempts.at(-1)
  return {
    task: always(quote(task.text, 300)),
    goal: always(task.goal === null ? '' : formatGoal(task.goal)),
    ...observationSlots(view, wanted),
    knowledge: lines(task.goal === null ? [] : knowledgeLines(view, task.goal), 2),
    skills: lines(skillLines(recollection.skills), 3),
    notes: lines(noteLines(recollection, wanted), 4),
    context: always(context),
    attempts: lines(attempts.slice(0, -1).map(attemptLine), 3),
    last: lines(last === undefined ? [] : [attemptText(last)], 1),
    code: lines(last === undefined ? [] : [fenced(last.draft.source)], 1),
  }
}

const questionSchema = z.object({
  ask: z.array(z.string().min(1).max(300)).min(1).max(4),
  about: z
    .array(z.string().regex(/^[a-z][a-z0-9_]*$/, 'names look like oak_log'))
    .max(8)
    .default([]),
})

function readAuthored(reply: string, view: MindView, request: AuthorRequest): Reading<Authored> {
  const skill = readSkill(reply)
  if (skill.ok) return newCode(writtenSkill(skill.value, view, request), request.attempts)
  const question = readJson(reply, questionSchema)
  if (!question.ok) return skill
  const { ask, about } = question.value
  const questions = ask.map((text) => ({ text, about }))
  return { ok: true, value: { type: 'blocked', reason: 'Something has to be known first.', questions } }
}

function newCode(
  authored: Extract<Authored, { type: 'skill' }>,
  attempts: readonly Attempt[],
): Reading<Authored> {
  const failed = attempts.find((attempt) => attempt.draft.source === authored.draft.source)
  if (failed === undefined) return { ok: true, value: authored }
  return { ok: false, reason: `It is the code of try ${failed.number}, which failed. Write something else.` }
}
