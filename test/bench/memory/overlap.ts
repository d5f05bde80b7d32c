import { encodeVector } from '../../../src/memory/recall/vector-codes.ts'
import { VectorIndex } from '../../../src/memory/recall/vector-index.ts'
import type { RealVectors } from './corpus.ts'

const NEAREST = 10
const QUERIES = 40

/** How many of the ten nearest by exact comparison of all numbers the quick search finds, as a share. */
export function measureOverlap(real: RealVectors, count: number): number {
  const vectors = Array.from({ length: count }, (_, number) => real.vectorOf(number))
  const index = new VectorIndex(vectors[0]?.length ?? 0)
  for (const vector of vectors) index.add(encodeVector(vector))
  let found = 0
  for (let number = 0; number < QUERIES; number++) {
    const query = real.queryVector(number)
    const exact = new Set(nearest(query, vectors))
    found += index.search(encodeVector(query), NEAREST).filter(({ slot }) => exact.has(slot)).length
  }
  return found / (QUERIES * NEAREST)
}

function nearest(query: Float32Array, vectors: readonly Float32Array[]): readonly number[] {
  return vectors
    .map((vector, slot) => ({
      slot,
      cosine: vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
    }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, NEAREST)
    .map(({ slot }) => slot)
}
