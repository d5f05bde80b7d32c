import type { Embedder } from '../../../src/core/embedder.ts'
import type { Episode } from '../../../src/core/episode.ts'
import { createRandom, type Random } from '../../../src/core/random.ts'
import { exampleEpisode } from '../../support/memory-examples.ts'

const THINGS =
  'oak log,stone,coal,raw iron,iron ingot,diamond,torch,furnace,chest,crafting table,wooden pickaxe,stone pickaxe,iron pickaxe,bucket,water bucket,lava bucket,bed,wool,leather,beef,porkchop,bread,wheat,wheat seeds,sugar cane,paper,book,glass,sand,gravel,flint,obsidian,bow,arrow,string,feather,shield,boat,rail,compass'.split(
    ',',
  )
const EVENTS = [
  'X was obtained in one attempt.',
  'X could not be crafted: an ingredient was missing.',
  'X was found in a cave under the hill.',
  'The search for X ended at a lake.',
  'A teammate gave me X and went home.',
  'X was taken out of the chest at night.',
  'The way to X was blocked by lava.',
  'I died on the way to X.',
  'X needs a better tool than the one in hand.',
  'X lies deep below the ground.',
]

/** Sentences that an episode's summary is made from. */
export const sentences: readonly string[] = THINGS.flatMap((thing) =>
  EVENTS.map((event) => event.replace('X', thing)),
)

/** Of these sentences none is remembered: they are asked for. */
const ASKED = 40
const REMEMBERED = sentences.length - ASKED

/** A memory of its own: the sentence, in words of its own, and circumstances that many share in parts. */
export function episodeNumber(number: number): Episode {
  const random = createRandom(`episode ${number}`)
  const pick = <Value>(values: readonly Value[]) => values[random.below(values.length)] as Value
  const sentence = sentences[number % REMEMBERED] ?? ''
  const summary = `${sentence} It was day ${number} and ${pick(THINGS)} was at hand.`
  return exampleEpisode({
    id: `episode-${number}`,
    tick: number * 100,
    task: `Obtain ${random.below(9) + 1} ${pick(THINGS).replace(/ /g, '_')}`,
    summary,
    circumstances: {
      dimension: 'overworld',
      biome: pick(['plains', 'forest', 'desert', 'river', 'swamp', 'taiga']),
      position: { x: random.below(2000), y: random.below(100), z: random.below(2000) },
      blocks: Array.from({ length: 8 }, () => pick(THINGS).replace(/ /g, '_')),
      mobs: [pick(['cow', 'pig', 'sheep', 'zombie'])],
      players: [],
      items: Array.from({ length: 4 }, () => pick(THINGS).replace(/ /g, '_')),
      time: number % 2 === 0 ? 'day' : 'night',
    },
  })
}

/**
 * Vectors of the model for all sentences, from which those of 100,000 memories are blended: computing them all takes half
 * an hour, and what counts here is how they lie.
 */
export class RealVectors {
  readonly #vectors: readonly Float32Array[]

  /** @param vectors of `sentences`, in order */
  constructor(vectors: readonly Float32Array[]) {
    this.#vectors = vectors
  }

  query(number: number): string {
    return sentences[REMEMBERED + (number % ASKED)] ?? ''
  }

  queryVector(number: number): Float32Array {
    return this.#vectors[REMEMBERED + (number % ASKED)] ?? new Float32Array()
  }

  /** Of the memory with that number: its sentence's, drawn towards another's, with noise as wording makes it. */
  vectorOf(number: number): Float32Array {
    const random = createRandom(`vector ${number}`)
    const own = this.#vectors[number % REMEMBERED] ?? new Float32Array()
    const other = this.#vectors[random.below(REMEMBERED)] ?? own
    return blend(own, other, random)
  }

  /** Knows these memories and queries; anything else is an error. */
  embedder(): Embedder {
    const queries = new Map(
      Array.from({ length: ASKED }, (_, number) => [this.query(number), this.queryVector(number)]),
    )
    const vectorFor = (text: string) => {
      const number = /day (\d+)/.exec(text)?.[1]
      if (number !== undefined) return this.vectorOf(Number(number))
      const query = queries.get(text)
      if (query === undefined) throw new Error(`The benchmark has no vector for "${text}".`)
      return query
    }
    return { model: 'benchmark', embed: async (texts) => texts.map(vectorFor), close: async () => {} }
  }
}

const NOISE = 0.3

function blend(own: Float32Array, other: Float32Array, random: Random): Float32Array {
  const share = random.float() / 2
  const size = (NOISE * Math.sqrt(12)) / Math.sqrt(own.length)
  const mixed = own.map(
    (value, index) => (1 - share) * value + share * (other[index] ?? 0) + size * (random.float() - 0.5),
  )
  const length = Math.hypot(...mixed)
  return mixed.map((value) => value / length)
}
