import { expect, it } from 'vitest'
import { createRandom } from '../../../../src/core/random.ts'
import { encodeVector } from '../../../../src/memory/recall/vector-codes.ts'
import { VectorIndex } from '../../../../src/memory/recall/vector-index.ts'

const DIMENSIONS = 64
const COUNT = 5000

/** Vectors about some hundred topics, as sentences have them. */
function vectorOf(number: number): Float32Array {
  const topic = createRandom(`topic ${number % 300}`)
  const wording = createRandom(`wording ${number}`)
  return Float32Array.from(
    { length: DIMENSIONS },
    () => topic.float() - 0.4 + (wording.float() - 0.5) * 0.8,
  ).map((value, _index, all) => value / Math.hypot(...all))
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
}

const vectors = Array.from({ length: COUNT }, (_, number) => vectorOf(number))

it('search() finds at least 95 % of the ten nearest among many, the nearest first', () => {
  const index = new VectorIndex(DIMENSIONS)
  for (const vector of vectors) index.add(encodeVector(vector))
  let found = 0
  for (let number = 0; number < 20; number++) {
    const query = vectorOf(COUNT + number)
    const exact = vectors
      .map((vector, slot) => ({ slot, score: cosine(query, vector) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 10)
    const near = index.search(encodeVector(query), 10)
    expect(near.map(({ score }) => score)).toEqual(near.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(near[0]?.score).toBeCloseTo(exact[0]?.score ?? 0, 1)
    found += near.filter(({ slot }) => exact.some((one) => one.slot === slot)).length
  }
  expect(found / 200).toBeGreaterThanOrEqual(0.95)
})

it('search() finds what is added after a search, few or many', () => {
  const index = new VectorIndex(DIMENSIONS)
  for (const count of [1, 100, 3000]) {
    while (index.length < count) index.add(encodeVector(vectors[index.length] ?? vectorOf(0)))
    index.search(encodeVector(vectorOf(0)), 3)
    const slot = index.add(encodeVector(vectorOf(50_000 + count)))
    expect(index.search(encodeVector(vectorOf(50_000 + count)), 1)[0]?.slot).toBe(slot)
  }
})

it('add() refuses a vector of another length', () => {
  const index = new VectorIndex(DIMENSIONS)
  expect(() => index.add(encodeVector(new Float32Array(3)))).toThrow('A vector has 3 numbers.')
})
