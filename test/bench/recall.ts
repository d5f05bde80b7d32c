import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import type { AgentMemory } from '../../src/core/memory.ts'
import { LocalEmbedder } from '../../src/memory/embedding/local-embedder.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { exampleSkill } from '../support/examples.ts'
import { exampleBelief } from '../support/memory-examples.ts'
import type { Benchmark } from './benchmark.ts'
import { rankSituations, rememberScenes, type SituationRank } from './recall/situations.ts'

const queriesSchema = z.array(z.string()).length(2)
const corpusSchema = z.strictObject({
  skills: z.array(z.strictObject({ name: z.string(), description: z.string(), queries: queriesSchema })),
  facts: z.array(z.strictObject({ id: z.string(), sentence: z.string(), queries: queriesSchema })),
})

export const benchmark: Benchmark = {
  name: 'recall',
  description:
    'How often the right memory comes to mind: by words alone, with meaning, and by the situation and its age.',
  repetitions: 1,
  measure: async () => {
    const embedder = new LocalEmbedder()
    const onFailure = (reason: string) => {
      throw new Error(reason)
    }
    const open = () => new VolatileMemory({ embedder, onFailure })
    try {
      return {
        ...(await measureRecall('words', new VolatileMemory())),
        ...(await measureRecall('both', open())),
        ...(await measureSituations(open)),
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

/**
 * Shares of the queries about situations whose memory came first and among the first five: by all that recall goes by,
 * without the situation, without how old memories are, and by words alone.
 */
export async function measureSituations(open: () => AgentMemory): Promise<Record<string, number>> {
  const [dated, undated, worded] = [open(), open(), new VolatileMemory()]
  rememberScenes(dated, true)
  for (const memory of [undated, worded]) rememberScenes(memory, false)
  const all = await rankSituations(dated, 'test', true)
  const kinds = new Set(all.map(({ apart }) => apart))
  return {
    ...topShares('all', all),
    ...topShares('without-situation', await rankSituations(dated, 'test', false)),
    ...topShares('without-recency', await rankSituations(undated, 'test', true)),
    ...topShares('words', await rankSituations(worded, 'test', false)),
    ...topShares('tune', await rankSituations(dated, 'tune', true)),
    'recall.situations.queries': all.length,
    ...Object.fromEntries(
      [...kinds].map((kind) => {
        const ofKind = all.filter(({ apart }) => apart === kind).map(({ rank }) => rank)
        return [`recall.situations.top1.all.${kind}`, share(ofKind, (rank) => rank === 0)]
      }),
    ),
  }
}

function topShares(way: string, ranked: readonly SituationRank[]): Record<string, number> {
  const ranks = ranked.map(({ rank }) => rank)
  return {
    [`recall.situations.top1.${way}`]: share(ranks, (rank) => rank === 0),
    [`recall.situations.top5.${way}`]: share(ranks, (rank) => rank >= 0),
  }
}

function share(ranks: readonly number[], holds: (rank: number) => boolean): number {
  return ranks.filter(holds).length / ranks.length
}
