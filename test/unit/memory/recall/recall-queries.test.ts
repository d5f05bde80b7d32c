import { expect, it } from 'vitest'
import { LocalEmbedder } from '../../../../src/memory/embedding/local-embedder.ts'
import { VolatileMemory } from '../../../../src/memory/volatile-memory.ts'
import { loadCorpus, measureRecall } from '../../../bench/recall.ts'

it('the queries are at least 200, none twice, and none of them is the memory itself', () => {
  const { skills, facts } = loadCorpus()
  const queries = [...skills, ...facts].flatMap((entry) => entry.queries)
  expect(queries.length).toBeGreaterThanOrEqual(200)
  expect(new Set(queries).size).toBe(queries.length)
  const texts = new Set([...skills.map((skill) => skill.description), ...facts.map((fact) => fact.sentence)])
  expect(queries.filter((query) => texts.has(query))).toEqual([])
})

it('meaning brings up the right skill and fact more often than words alone', async () => {
  const embedder = new LocalEmbedder()
  const onFailure = (reason: string) => {
    throw new Error(reason)
  }
  try {
    const words = await measureRecall('words', new VolatileMemory())
    const both = await measureRecall('both', new VolatileMemory({ embedder, onFailure }))
    const gain = (what: string) => (both[`${what}.both`] ?? 0) - (words[`${what}.words`] ?? 0)
    expect(gain('recall.skills.top1')).toBeGreaterThan(0.08)
    expect(gain('recall.skills.top5')).toBeGreaterThan(0.15)
    expect(gain('recall.facts.top1')).toBeGreaterThan(0.08)
    expect(gain('recall.facts.top5')).toBeGreaterThan(0.2)
    expect(both['recall.skills.top5.both']).toBeGreaterThan(0.78)
    expect(both['recall.facts.top5.both']).toBeGreaterThan(0.8)
  } finally {
    await embedder.close()
  }
}, 180_000)
