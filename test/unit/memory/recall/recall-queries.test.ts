import { expect, it } from 'vitest'
import { LocalEmbedder } from '../../../../src/memory/embedding/local-embedder.ts'
import { VolatileMemory } from '../../../../src/memory/volatile-memory.ts'
import { loadScenes } from '../../../bench/recall/situations.ts'
import { loadCorpus, measureRecall, measureSituations } from '../../../bench/recall.ts'
import { keepingEmbedder } from '../../../support/keeping-embedder.ts'

it('the queries are at least 200, none twice, and none of them is the memory itself', () => {
  const { skills, facts } = loadCorpus()
  const queries = [...skills, ...facts].flatMap((entry) => entry.queries)
  expect(queries.length).toBeGreaterThanOrEqual(200)
  expect(new Set(queries).size).toBe(queries.length)
  const texts = new Set([...skills.map((skill) => skill.description), ...facts.map((fact) => fact.sentence)])
  expect(queries.filter((query) => texts.has(query))).toEqual([])
})

it('the queries about situations name a memory of their scene, and none stands in both halves', () => {
  const scenes = loadScenes()
  for (const { memories, tune, test } of scenes) {
    expect([...tune, ...test].filter(({ answer }) => answer >= memories.length)).toEqual([])
    const asked = [...tune, ...test].map((query) => JSON.stringify([query.ask, query.here]))
    expect(new Set(asked).size).toBe(asked.length)
  }
  // What always came first, or newest, would seldom be right.
  const all = scenes.flatMap(({ tune, test }) => [...tune, ...test])
  expect(all.filter(({ answer }) => answer === 0).length).toBeLessThan(all.length / 2)
})

it('meaning, situation and age each bring up the right memory more often', async () => {
  const embedder = keepingEmbedder(new LocalEmbedder())
  const onFailure = (reason: string) => {
    throw new Error(reason)
  }
  try {
    const words = await measureRecall('words', new VolatileMemory())
    const open = () => new VolatileMemory({ embedder, onFailure })
    const both = await measureRecall('both', open())
    const situations = await measureSituations(open)
    const gain = (what: string) => (both[`${what}.both`] ?? 0) - (words[`${what}.words`] ?? 0)
    expect(gain('recall.skills.top1')).toBeGreaterThan(0.08)
    expect(gain('recall.skills.top5')).toBeGreaterThan(0.15)
    expect(gain('recall.facts.top1')).toBeGreaterThan(0.08)
    expect(gain('recall.facts.top5')).toBeGreaterThan(0.2)
    expect(both['recall.skills.top5.both']).toBeGreaterThan(0.78)
    expect(both['recall.facts.top5.both']).toBeGreaterThan(0.8)
    const first = (way: string) => situations[`recall.situations.top1.${way}`] ?? 0
    expect(first('all')).toBeGreaterThan(0.8)
    expect(first('all') - first('without-situation')).toBeGreaterThan(0.3)
    expect(first('all') - first('without-recency')).toBeGreaterThan(0.05)
    expect(first('all') - first('words')).toBeGreaterThan(0.4)
  } finally {
    await embedder.close()
  }
}, 180_000)
