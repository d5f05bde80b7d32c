import * as z from 'zod'
import type { MindView } from '../../../core/brain.ts'
import { explain } from '../../planner/explain.ts'
import { shapeOf } from '../model/reply-form.ts'
import { always, lines, listed } from '../prompt/assemble-prompt.ts'
import { documentLines, doneEntries } from '../prompt/memory-lines.ts'
import { observationSlots } from '../prompt/observation.ts'
import { quote } from '../prompt/quote.ts'
import { wordsOf } from '../prompt/relevance.ts'
import { type Reading, readJson } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import type { RolePlay } from './role-play.ts'

const questionsSchema = z.object({
  questions: z
    .array(z.object({ question: z.string().min(5).max(200), about: z.string().max(64).default('') }))
    .max(5),
})

/** An answer longer than this is cut. */
const LONGEST_ANSWER = 400
/** Answers that a prompt is given. */
const MOST_ANSWERS = 5

/** What a model is held to. */
const SHAPE = shapeOf(
  z.object({
    questions: z.array(z.object({ question: z.string(), about: z.string() })),
  }),
)

/** Asks and answers questions about the game, each once: what was answered is remembered. */
export class LanguageQuestioner {
  readonly #questioning: RolePlay | null
  readonly #answering: RolePlay | null
  /** By the words of the question that say something. */
  readonly #answers = new Map<string, Answer>()
  #asked = ''

  /** A role that no model plays stays silent. */
  constructor(questioning: RolePlay | null, answering: RolePlay | null) {
    this.#questioning = questioning
    this.#answering = answering
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
    const known = [...this.#answers.values()].filter(({ text }) => text !== '').reverse()
    return known
      .slice(0, MOST_ANSWERS)
      .map(({ question, text }) => `${quote(question, 120)}: ${quote(text, 200)}`)
  }

  /** Nothing new is asked as long as nothing new was done. */
  async #questions(view: MindView) {
    const done = doneEntries(view)
    const occasion = `${done.length} ${view.percept.biome}`
    if (this.#questioning === null || this.#asked === occasion) return []
    this.#asked = occasion
    const answers = [...this.#answers.values()].reverse().map(({ question }) => quote(question, 100))
    const answered = await askModel(this.#questioning, {
      slots: {
        ...observationSlots(view, new Set()),
        done: listed(done.slice(0, 10), 3),
        answered: listed(answers, 4),
      },
      json: true,
      shape: SHAPE,
      read: (reply) => readJson(reply, questionsSchema),
    })
    const questions = answered.ok ? answered.value.questions : []
    return questions.filter(({ question }) => !this.#answers.has(keyOf(question))).slice(0, 3)
  }

  async #answer(view: MindView, question: string, about: readonly string[]): Promise<string> {
    const known = this.#answers.get(keyOf(question))
    if (known !== undefined || this.#answering === null) return known?.text ?? ''
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
    this.#answers.set(keyOf(question), { question, text: answered.value })
    return answered.value
  }
}

interface Answer {
  readonly question: string
  /** Empty where nobody knew. */
  readonly text: string
}

/** The same for questions that differ in their small words only. */
function keyOf(question: string): string {
  return [...wordsOf(question)].join(' ') || question
}

/** Empty for "Unknown". */
function readAnswer(reply: string): Reading<string> {
  const text = reply.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return { ok: false, reason: 'There is no text in the reply.' }
  return { ok: true, value: /^unknown\b/i.test(text) ? '' : text.slice(0, LONGEST_ANSWER) }
}
