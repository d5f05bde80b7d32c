import * as z from 'zod'
import type { Attempt } from '../../../core/attempt.ts'
import type { BeliefDraft } from '../../../core/belief.ts'
import type { MindView, Reflector } from '../../../core/brain.ts'
import type { Episode } from '../../../core/episode.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines } from '../prompt/assemble-prompt.ts'
import { actLines, attemptLine } from '../prompt/attempt-lines.ts'
import { quote } from '../prompt/quote.ts'
import { readJson } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import type { RolePlay } from './role-play.ts'

const lessonsSchema = z.object({ lessons: z.array(z.string().min(5).max(300)).max(10) })

/** What a model is held to. */
const SHAPE = shapeOf(z.object({ lessons: z.array(z.string()) }))

/** Has a model draw lessons from tasks that failed. A task that went well taught what its acts showed. */
export class LanguageReflector implements Reflector {
  readonly #play: RolePlay
  readonly #instead: Reflector | null

  constructor(play: RolePlay, instead: Reflector | null) {
    this.#play = play
    this.#instead = instead
  }

  async reflect(
    view: MindView,
    episode: Episode,
    attempts: readonly Attempt[],
  ): Promise<readonly BeliefDraft[]> {
    if (episode.success || attempts.length === 0) return []
    const tried = attempts.flatMap((attempt) => [attemptLine(attempt), ...actLines(attempt).slice(-4)])
    const answered = await askModel(this.#play, {
      slots: {
        task: always(quote(episode.task, 300)),
        end: always(quote(episode.summary, 300)),
        attempts: lines(tried, 1),
      },
      json: true,
      shape: SHAPE,
      read: (reply) => readJson(reply, lessonsSchema),
    })
    if (!answered.ok) return this.#instead?.reflect(view, episode, attempts) ?? []
    return answered.value.lessons.slice(0, 3).map((sentence) => ({
      kind: 'task',
      sentence,
      claim: null,
      source: { type: 'inferred', from: [episode.id] },
      confidence: 0.5,
    }))
  }
}
