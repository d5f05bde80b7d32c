import type { Embedder } from '../../src/core/embedder.ts'

/** Subjects and the words that speak of them: texts about one subject get the same direction. */
const SUBJECTS: readonly (readonly string[])[] = [
  ['wood', 'timber', 'oak', 'log', 'logs', 'tree', 'trees'],
  ['stone', 'rock', 'rocks', 'cobblestone'],
  ['food', 'hungry', 'bread', 'eat'],
]

/** An embedder for tests that knows a few subjects, counts what it is asked for, and can break. */
export class MeaningEmbedder implements Embedder {
  readonly model = 'subjects'
  readonly asked: string[] = []
  isBroken = false

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    if (this.isBroken) throw new Error('The embedder is broken.')
    this.asked.push(...texts)
    return texts.map(vectorOf)
  }

  async close(): Promise<void> {}
}

function vectorOf(text: string): Float32Array {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g) ?? [])
  const counts = SUBJECTS.map((subject) => subject.filter((word) => words.has(word)).length)
  const values = [...counts, 0.1]
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}
