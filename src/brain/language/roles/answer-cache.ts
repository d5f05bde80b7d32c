import type { Embedder } from '../../../core/embedder.ts'
import { wordsOf } from '../prompt/relevance.ts'

/** An answer to a question about the game. */
export interface Answer {
  readonly question: string
  /** Empty where nobody knew. */
  readonly text: string
}

/** Cosine from which on two questions about the same things may be one; chosen by pairs of the local sentence model. */
const ALIKE = 0.75

/**
 * Answers by their questions. A question that was asked in other words is found by its meaning, as in Voyager; but vectors of
 * "how do I make a stone pickaxe" and "… a wooden pickaxe" are alike too, so that both must name the same things and ask for
 * the same kind of answer.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answer>()
  readonly #embedder: Embedder | null
  readonly #vectors = new Map<string, Float32Array>()

  /** @param embedder null to know questions by their words alone */
  constructor(embedder: Embedder | null) {
    this.#embedder = embedder
  }

  add(answer: Answer): void {
    this.#answers.set(keyOf(answer.question), answer)
  }

  /** Newest first. */
  all(): readonly Answer[] {
    return [...this.#answers.values()].reverse()
  }

  async find(question: string): Promise<Answer | null> {
    const same = this.#answers.get(keyOf(question))
    if (same !== undefined) return same
    const topic = topicOf(question)
    const alike = [...this.#answers.values()].filter((answer) => topicOf(answer.question) === topic)
    if (alike.length === 0 || this.#embedder === null) return null
    const vectors = await this.#vectorsOf([question, ...alike.map((answer) => answer.question)])
    const [asked, ...others] = vectors
    if (asked === undefined) return null
    const scored = alike.map((answer, index) => ({ answer, score: cosine(asked, others[index]) }))
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
    return best.score >= ALIKE ? best.answer : null
  }

  /** Empty where the embedder cannot be used: then words decide alone. */
  async #vectorsOf(questions: readonly string[]): Promise<readonly (Float32Array | undefined)[]> {
    const missing = questions.filter((question) => !this.#vectors.has(question))
    const made = await this.#embedder?.embed(missing).catch(() => null)
    if (!made) return []
    for (const [index, question] of missing.entries()) {
      const vector = made[index]
      if (vector !== undefined) this.#vectors.set(question, vector)
    }
    return questions.map((question) => this.#vectors.get(question))
  }
}

/** The same for questions that differ in their small words only. */
function keyOf(question: string): string {
  return [...wordsOf(question)].join(' ') || question
}

/** What is asked about, and what for. */
function topicOf(question: string): string {
  const things = [...wordsOf(question)].filter((word) => !ASKING.has(word)).sort()
  return `${KINDS.find(([, words]) => words.test(question))?.[0] ?? 'way'}: ${things.join(' ')}`
}

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'use',
    /\b(?:uses?|used|useful|good for|benefits?|purpose|worth|do with|(?:made|crafted) (?:of|from|with|out of))\b/i,
  ],
  ['place', /\b(?:where|find|found|live|spawn)\b/i],
  ['drop', /\b(?:drops?|dropped|loot)\b/i],
]

/** Words that ask, and name nothing. */
const ASKING = wordsOf(
  'how what where when which who why can could should would may might must are was does did you your minecraft game way ' +
    'best easiest most need needed obtained gather gathered collect collected craft crafted build built create created got ' +
    'use used useful good benefit purpose worth find found live spawn drop dropped loot kill killed having there this that ' +
    'them they about into thing some survival mode player',
)

function cosine(a: Float32Array, b: Float32Array | undefined): number {
  return b === undefined ? 0 : a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
