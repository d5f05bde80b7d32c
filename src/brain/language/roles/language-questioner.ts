import * as z from 'zod'
import type { MindView } from '../../../core/brain.ts'
import type { Embedder } from '../../../core/embedder.ts'
import { explain } from '../../planner/explain.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines, listed } from '../prompt/assemble-prompt.ts'
import { documentLines, doneEntries } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { readPrompt, unquoted } from '../prompt/read-prompt.ts'
import { wordsOf } from '../prompt/relevance.ts'
import { type Reading, readJson } from '../reply/read-json.ts'
import { stripReasoning } from '../reply/strip-reasoning.ts'
import { AnswerCache } from './answer-cache.ts'
import { askModel } from './ask-model.ts'
import type { Exchange, RolePlay } from './role-play.ts'

const questionsSchema = z.object({
  questions: z
    .array(z.object({ question: z.string().min(5).max(200), about: z.string().max(64).default('') }))
    .max(5),
})

/** An answer longer than this is cut. */
const LONGEST_ANSWER = 400
/** Answers that a prompt is given. */
const MOST_ANSWERS = 5
/** Done tasks that are shown to who asks. */
const MOST_DONE = 10

/** What a model is held to. */
const SHAPE = shapeOf(
  z.object({
    questions: z.array(z.object({ question: z.string(), about: z.string() })),
  }),
)

/** Asks and answers questions about the game, each once: what was answered is remembered, also when a run is resumed. */
export class LanguageQuestioner {
  readonly #questioning: RolePlay | null
  readonly #answering: RolePlay | null
  readonly #answers: AnswerCache
  #asked: string | null

  /** A role that no model plays stays silent. */
  constructor(questioning: RolePlay | null, answering: RolePlay | null, embedder: Embedder | null) {
    this.#questioning = questioning
    this.#answering = answering
    this.#answers = new AnswerCache(embedder)
    for (const exchange of answering?.earlier ?? []) this.#remember(exchange)
    this.#asked = occasionIn(questioning?.earlier?.at(-1) ?? null)
  }

  /** How a task is done, for an author that failed at it; empty where the model does not know. */
  async contextFor(view: MindView, text: string): Promise<string> {
    const answer = await this.#answer(view, `How do I do this in Minecraft: ${text}?`, [])
    return answer === '' ? '' : quote(answer, LONGEST_ANSWER)
  }

  /** Asks what is worth knowing here, and returns what is known: questions with answers, newest first. */
  async learn(view: MindView): Promise<readonly string[]> {
    for (const { question, about } of await this.#questions(view)) {
      await this.#answer(view, question, [about])
    }
    const known = this.#answers.all().filter(({ text }) => text !== '')
    return known
      .slice(0, MOST_ANSWERS)
      .map(({ question, text }) => `${quote(question, 120)}: ${quote(text, 200)}`)
  }

  /** Nothing new is asked as long as nothing new was done. */
  async #questions(view: MindView) {
    const done = doneEntries(view).slice(0, MOST_DONE)
    const occasion = done.join(', ')
    if (this.#questioning === null || this.#asked === occasion) return []
    this.#asked = occasion
    const answers = this.#answers.all().map(({ question }) => quote(question, 100))
    const answered = await askModel(this.#questioning, {
      slots: {
        ...observationSlots(view, new Set()),
        done: listed(done, 1),
        answered: listed(answers, 4),
      },
      json: true,
      shape: SHAPE,
      read: (reply) => readJson(reply, questionsSchema),
    })
    return answered.ok ? answered.value.questions.slice(0, 3) : []
  }

  async #answer(view: MindView, question: string, about: readonly string[]): Promise<string> {
    const known = await this.#answers.find(question)
    if (known !== null || this.#answering === null) return known?.text ?? ''
    const beliefs = about.flatMap((topic) => explain(topic, view.knowledge)?.text ?? [])
    const answered = await askModel(this.#answering, {
      slots: {
        question: always(quote(question, 300)),
        knowledge: lines(
          beliefs.map((text) => quote(text, 300)),
          2,
        ),
        notes: lines(documentLines(view, wordsOf(question)), 3),
      },
      json: false,
      read: readAnswer,
    })
    // What failed may be asked again; "Unknown" may not.
    if (!answered.ok) return ''
    this.#answers.add({ question, text: answered.value })
    return answered.value
  }

  #remember({ messages, text }: Exchange): void {
    const question = unquoted(readPrompt(messages)?.line('Question') ?? '')
    const answer = readAnswer(stripReasoning(text))
    if (question !== '' && answer.ok) this.#answers.add({ question, text: answer.value })
  }
}

/** What had been done when the questions were asked; null where none were. */
function occasionIn(exchange: Exchange | null): string | null {
  return exchange === null ? null : (readPrompt(exchange.messages)?.line('Done') ?? null)
}

/** Empty for "Unknown". */
function readAnswer(reply: string): Reading<string> {
  const text = reply.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return { ok: false, reason: 'There is no text in the reply.' }
  return { ok: true, value: /^unknown\b/i.test(text) ? '' : text.slice(0, LONGEST_ANSWER) }
}
