import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import type { AgentMemory } from '../../src/core/memory.ts'
import { LocalEmbedder } from '../../src/memory/embedding/local-embedder.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { exampleSkill } from '../support/examples.ts'
import { exampleBelief } from '../support/memory-examples.ts'
import type { Benchmark } from './benchmark.ts'

const queriesSchema = z.array(z.string()).length(2)
const corpusSchema = z.strictObject({
  skills: z.array(z.strictObject({ name: z.string(), description: z.string(), queries: queriesSchema })),
  facts: z.array(z.strictObject({ id: z.string(), sentence: z.string(), queries: queriesSchema })),
})

export const benchmark: Benchmark = {
  name: 'recall',
  description: 'How often the right skill or fact comes to mind, by words alone and with meaning.',
  repetitions: 1,
  measure: async () => {
    const embedder = new LocalEmbedder()
    const onFailure = (reason: string) => {
      throw new Error(reason)
    }
    try {
      return {
        ...(await measureRecall('words', new VolatileMemory())),
        ...(await measureRecall('both', new VolatileMemory({ embedder, onFailure }))),
      }
    } finally {
      await embedder.close()
    }
  },
}

export function loadCorpus() {
  return corpusSchema.parse(parse(readFileSync(new URL('./recall/corpus.yaml', import.meta.url), 'utf8')))
}

/** Shares of the queries whose memory came first and among the first five, of skills and of facts. */
export async function measureRecall(way: string, memory: AgentMemory): Promise<Record<string, number>> {
  const { skills, facts } = loadCorpus()
  memory.apply(0, [
    ...skills.map(({ name, description }) => ({
      type: 'skill-set' as const,
      skill: exampleSkill({ name, description }),
    })),
    ...facts.map(({ id, sentence }) => ({
      type: 'belief-set' as const,
      belief: exampleBelief({ id, sentence, claim: null }),
    })),
  ])
  const ranks: Record<'skills' | 'facts', number[]> = { skills: [], facts: [] }
  for (const { name, queries } of skills) {
    for (const text of queries) {
      const { skills: found } = await memory.recall({ text, circumstances: null, tick: 0 }, 5)
      ranks.skills.push(found.findIndex((skill) => skill.name === name))
    }
  }
  for (const { id, queries } of facts) {
    for (const text of queries) {
      const { facts: found } = await memory.recall({ text, circumstances: null, tick: 0 }, 5)
      ranks.facts.push(found.findIndex((fact) => fact.id === id))
    }
  }
  return {
    'recall.queries': ranks.skills.length + ranks.facts.length,
    [`recall.skills.top1.${way}`]: share(ranks.skills, (rank) => rank === 0),
    [`recall.skills.top5.${way}`]: share(ranks.skills, (rank) => rank >= 0),
    [`recall.facts.top1.${way}`]: share(ranks.facts, (rank) => rank === 0),
    [`recall.facts.top5.${way}`]: share(ranks.facts, (rank) => rank >= 0),
  }
}

function share(ranks: readonly number[], holds: (rank: number) => boolean): number {
  return ranks.filter(holds).length / ranks.length
}
