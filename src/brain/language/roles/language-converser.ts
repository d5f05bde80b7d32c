import type { Converser, MindView, Question, Reply } from '../../../core/brain.ts'
import type { Task } from '../../../core/desire.ts'
import type { Message } from '../../../core/message.ts'
import { explain } from '../../planner/explain.ts'
import { always, lines, type Slots } from '../prompt/assemble-prompt.ts'
import { nameOrQuote, quote } from '../prompt/quote.ts'
import { wordsOf } from '../prompt/relevance.ts'
import type { Reading } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import type { RolePlay } from './role-play.ts'

/** A chat message is cut after so many characters. */
const LONGEST_TEXT = 500

/**
 * Speaks in a model's words. What is asked, vouched for and refused is decided without it, from beliefs, so that no reply
 * can claim what the agent does not believe; where the model fails the plain words stand.
 */
export class LanguageConverser implements Converser {
  readonly #play: RolePlay
  readonly #plain: Converser

  /** @param plain decides what is said, in plain words */
  constructor(play: RolePlay, plain: Converser) {
    this.#play = play
    this.#plain = plain
  }

  async ask(view: MindView, partner: string, task: Task, questions: readonly Question[]): Promise<Reply> {
    const plain = await this.#plain.ask(view, partner, task, questions)
    return this.#worded(plain, {
      ...speakerSlots(view, partner, 'you ask for help'),
      task: always(quote(task.text, 200)),
      questions: lines(
        questions.map(({ text }) => quote(text, 200)),
        1,
      ),
    })
  }

  async answer(view: MindView, message: Message): Promise<Reply | null> {
    const plain = await this.#plain.answer(view, message)
    if (plain === null || plain.act === 'refuse') return plain
    const known = plain.about.flatMap((topic) => explain(topic, view.knowledge)?.text ?? [])
    const told = known.length > 0 ? known : [plain.text]
    return this.#worded(plain, {
      ...speakerSlots(view, message.from, 'you answer what was asked, with exact item names'),
      knowledge: lines(
        told.map((text) => quote(text)),
        1,
      ),
      transcript: always(`${nameOrQuote(message.from)}: ${quote(message.text)}`),
    })
  }

  async #worded(plain: Reply, slots: Slots): Promise<Reply> {
    const read = (reply: string) => readLine(reply, plain.about)
    const answered = await askModel(this.#play, { slots, json: false, read })
    return answered.ok ? { ...plain, text: answered.value, tokens: answered.tokens } : plain
  }
}

function speakerSlots(view: MindView, partner: string, purpose: string): Slots {
  const beliefs = view.beliefs.filter(({ kind, status }) => kind === 'partner' && status === 'held')
  const about = beliefs.filter(({ sentence }) => sentence.includes(partner)).slice(-4)
  return {
    agent: always(view.agent),
    partner: always(nameOrQuote(partner)),
    purpose: always(purpose),
    beliefs: lines(
      about.map(({ sentence }) => quote(sentence, 120)),
      3,
    ),
  }
}

/** One line of plain text that names what it is about; a command to the game, code or data is none. */
function readLine(reply: string, about: readonly string[]): Reading<string> {
  const line = reply.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  const text = line.replace(/^"(.*)"$/, '$1').trim()
  if (text === '') return { ok: false, reason: 'There is no text in the reply.' }
  if (/^[/<[{]|```/.test(text)) return { ok: false, reason: 'Only plain words are wanted.' }
  if (!isAbout(text, about)) return { ok: false, reason: `It names nothing of: ${about.join(', ')}.` }
  return { ok: true, value: text.slice(0, LONGEST_TEXT) }
}

/** Whether a topic is named. A model that refuses, or talks about itself, names none. */
function isAbout(text: string, about: readonly string[]): boolean {
  const words = wordsOf(text)
  return about.length === 0 || about.some((topic) => [...wordsOf(topic)].every((word) => words.has(word)))
}
