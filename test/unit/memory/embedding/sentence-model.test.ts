import { expect, test } from 'vitest'
import { LocalEmbedder } from '../../../../src/memory/embedding/local-embedder.ts'
import { loadSentenceModel } from '../../../../src/memory/embedding/sentence-model.ts'
import { startTensorBackend, tensorChoices } from '../../../../src/memory/embedding/tensor-backend.ts'

const texts = ['How do I get wood from trees?', 'Chop down an oak to gather logs.', 'Cows give leather.']

function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  return one?.reduce((sum, value, index) => sum + value * (other?.[index] ?? 0), 0) ?? Number.NaN
}

// One test: a model takes time to load, and plain JavaScript computes for seconds.
test('sentences of like meaning are near, whatever they are computed with and beside', async () => {
  const lines: string[] = []
  const embedder = new LocalEmbedder((line) => lines.push(line))
  const [question, answer, other] = await embedder.embed(texts)
  expect(question).toHaveLength(512)
  expect(cosine(question, question)).toBeCloseTo(1, 5)
  expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.15)
  expect(await embedder.embed([texts[1] ?? ''])).toEqual([answer])
  expect(await embedder.embed([])).toEqual([])
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('Vectors are computed by')
  await embedder.close()

  const slow = await loadSentenceModel(() =>
    startTensorBackend(tensorChoices().filter(({ name }) => name === 'javascript')),
  )
  expect(slow.backend.name).toBe('javascript')
  const [again] = await slow.embed([texts[2] ?? ''])
  expect(cosine(again, other)).toBeGreaterThan(0.99999)
}, 120_000)

test('a LocalEmbedder that is closed says so to who waits, and starts anew when asked again', async () => {
  const embedder = new LocalEmbedder()
  const waiting = embedder.embed(texts)
  await Promise.all([expect(waiting).rejects.toThrow('it was closed'), embedder.close()])
  expect(await embedder.embed(texts.slice(0, 1))).toHaveLength(1)
  await embedder.close()
})
