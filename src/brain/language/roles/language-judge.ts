import * as z from 'zod'
import type { Attempt, Verdict } from '../../../core/attempt.ts'
import type { Judge, MindView } from '../../../core/brain.ts'
import type { Task } from '../../../core/desire.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines } from '../prompt/assemble-prompt.ts'
import { actLines } from '../prompt/attempt-lines.ts'
import { taskWords } from '../prompt/memory-lines.ts'
import { countedItems, observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { readJson } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import { explainFailure } from './explain-failure.ts'
import type { RolePlay } from './role-play.ts'

const verdictSchema = z.object({ success: z.boolean(), critique: z.string().max(2000).default('') })

/** What a model is held to. */
const SHAPE = shapeOf(z.object({ success: z.boolean(), critique: z.string() }))

/** Has a model judge attempts that no machine can. Code that did not run to its end has failed, unasked (Voyager). */
export class LanguageJudge implements Judge {
  readonly #play: RolePlay
  readonly #instead: Judge | null

  constructor(play: RolePlay, instead: Judge | null) {
    this.#play = play
    this.#instead = instead
  }

  async judge(view: MindView, task: Task, attempt: Omit<Attempt, 'verdict'>): Promise<Verdict> {
    const { outcome } = attempt
    if (outcome === null || outcome.status !== 'completed') {
      const critique = outcome?.error?.message ?? `The code ended as "${outcome?.status ?? 'rejected'}".`
      return { success: false, critique, by: 'brain' }
    }
    const answered = await askModel(this.#play, {
      slots: {
        task: always(quote(task.text, 300)),
        ...observationSlots(view, taskWords(task.text, [])),
        before: always(countedItems(outcome.inventoryBefore)),
        after: always(countedItems(outcome.inventoryAfter)),
        acts: lines(actLines(attempt), 2),
        chat: lines(
          outcome.chat.slice(-5).map((line) => quote(line, 150)),
          3,
        ),
      },
      json: true,
      shape: SHAPE,
      read: (reply) => readJson(reply, verdictSchema),
    })
    if (answered.ok)
      return { ...answered.value, critique: answered.value.critique.slice(0, 500), by: 'brain' }
    if (this.#instead !== null) return this.#instead.judge(view, task, attempt)
    return { success: false, critique: explainFailure(answered, 'verdict'), by: 'brain' }
  }
}
