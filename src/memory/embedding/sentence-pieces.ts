/**
 * Cuts text into the pieces of a unigram vocabulary, as SentencePiece does (Kudo and Richardson, 2018): of all ways to cut
 * it the one whose pieces are most likely together.
 */
export class SentencePieces {
  readonly #numbers: ReadonlyMap<string, number>
  readonly #scores: readonly number[]
  readonly #longest: number
  readonly #unknownScore: number

  /** @param vocabulary pieces with the logarithm of how likely each is; the first few stand for no text */
  constructor(vocabulary: readonly (readonly [string, number])[]) {
    const pieces = vocabulary.slice(RESERVED)
    this.#numbers = new Map(pieces.map(([piece], index) => [piece, index + RESERVED]))
    this.#scores = vocabulary.map(([, score]) => score)
    this.#longest = Math.max(...pieces.map(([piece]) => [...piece].length))
    this.#unknownScore = Math.min(...this.#scores) - UNKNOWN_PENALTY
  }

  /** Numbers of the pieces in order. Characters that no piece has become one unknown piece where they stand together. */
  encode(text: string): readonly number[] {
    const characters = [...(SPACE + text.normalize('NFKC').trim().replace(/\s+/gu, SPACE))]
    const best = this.#bestCuts(characters)
    const numbers: number[] = []
    for (let end = characters.length; end > 0; ) {
      const cut = best[end]
      if (cut === undefined) throw new Error(`No cut ends at character ${end}.`)
      numbers.push(cut.number)
      end = cut.start
    }
    numbers.reverse()
    return numbers.filter((number, index) => number !== UNKNOWN || numbers[index - 1] !== UNKNOWN)
  }

  /** For each place in the text the best last piece of a cut that ends there. */
  #bestCuts(characters: readonly string[]): readonly (Cut | undefined)[] {
    const best: (Cut | undefined)[] = [{ start: 0, number: UNKNOWN, score: 0 }]
    for (let end = 1; end <= characters.length; end++) {
      for (let start = Math.max(0, end - this.#longest); start < end; start++) {
        const piece = this.#piece(characters.slice(start, end).join(''), end - start)
        const score = (best[start]?.score ?? 0) + piece.score
        if (score > (best[end]?.score ?? Number.NEGATIVE_INFINITY)) {
          best[end] = { start, number: piece.number, score }
        }
      }
    }
    return best
  }

  #piece(text: string, length: number): { readonly number: number; readonly score: number } {
    const number = this.#numbers.get(text)
    if (number !== undefined) return { number, score: this.#scores[number] ?? this.#unknownScore }
    return { number: UNKNOWN, score: length === 1 ? this.#unknownScore : Number.NEGATIVE_INFINITY }
  }
}

interface Cut {
  readonly start: number
  readonly number: number
  readonly score: number
}

/** Stands for a space, and for the start of the text. */
const SPACE = '\u2581'

/** Number of the piece for what the vocabulary lacks. */
const UNKNOWN = 0

/** So many pieces at the start of the vocabulary are marks. */
const RESERVED = 6

/** How much less likely an unknown character is than the least likely piece; SentencePiece's own figure. */
const UNKNOWN_PENALTY = 10
