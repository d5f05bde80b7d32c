import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import { type Circumstances, circumstancesSchema } from '../../../src/core/circumstances.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import type { AgentMemory } from '../../../src/core/memory.ts'
import type { MemoryChange } from '../../../src/core/memory-change.ts'
import type { Position } from '../../../src/core/position.ts'
import { exampleBelief, exampleEpisode } from '../../support/memory-examples.ts'

const placeSchema = z.tuple([z.number(), z.number(), z.number()])
const hereSchema = circumstancesSchema
  .pick({ biome: true, blocks: true, mobs: true, players: true, items: true })
  .extend({ at: placeSchema, time: z.enum(['day', 'dusk', 'night', 'dawn']) })
  .partial()
const tick = z.number().int().nonnegative()
const memorySchema = z.union([
  z.strictObject({ task: z.string(), summary: z.string(), tick, here: hereSchema.default({}) }),
  z.strictObject({ place: z.string(), at: placeSchema, tick }),
  z.strictObject({ fact: z.string(), tick }),
])
const querySchema = z.strictObject({
  ask: z.string(),
  here: hereSchema,
  answer: z.number().int().nonnegative(),
})
const scenesSchema = z.array(
  z.strictObject({
    apart: z.enum(['place', 'height', 'biome', 'seen', 'inventory', 'partner', 'time', 'age', 'task']),
    memories: z.array(memorySchema),
    tune: z.array(querySchema),
    test: z.array(querySchema),
  }),
)

type Scene = z.infer<typeof scenesSchema>[number]
type Remembered = z.infer<typeof memorySchema>

/** Which queries: those that weights may be chosen by, or those that show what they are worth. */
export type Half = 'tune' | 'test'

/** Where the right memory came for a query; -1 where it was not among the first five. */
export interface SituationRank {
  readonly apart: Scene['apart']
  readonly ask: string
  readonly rank: number
}

export function loadScenes(): readonly Scene[] {
  return scenesSchema.parse(parse(readFileSync(new URL('./situations.yaml', import.meta.url), 'utf8')))
}

/** Takes up the memories of all scenes. Without ages all are equally old. */
export function rememberScenes(memory: AgentMemory, hasAges: boolean): void {
  const changes = loadScenes().flatMap(({ memories }, scene) =>
    memories.map((one, index) => changeOf({ ...one, tick: hasAges ? one.tick : 0 }, `${scene}-${index}`)),
  )
  memory.apply(0, changes)
}

/** Looks the queries up in a memory that holds all scenes. */
export async function rankSituations(
  memory: AgentMemory,
  half: Half,
  hasSituation: boolean,
): Promise<readonly SituationRank[]> {
  const ranks: SituationRank[] = []
  for (const [scene, { apart, memories, ...halves }] of loadScenes().entries()) {
    for (const { ask, here, answer } of halves[half]) {
      const situation = hasSituation ? circumstancesAt(here) : null
      const found = await memory.recall({ text: ask, circumstances: situation, tick: NOW }, 5)
      const right = memories[answer]
      const list = right !== undefined && 'task' in right ? found.episodes : found.facts
      ranks.push({ apart, ask, rank: list.findIndex(({ id }) => id === `${scene}-${answer}`) })
    }
  }
  return ranks
}

/** When the queries are asked: 5000 seconds after the first tick. */
const NOW = 100_000

function changeOf(one: Remembered, id: string): MemoryChange {
  if ('task' in one) {
    const { task, tick, here } = one
    // Agents' own summaries name the task.
    const summary = `"${task}": ${one.summary}`
    const episode = exampleEpisode({ id, task, summary, tick, circumstances: circumstancesAt(here) })
    return { type: 'episode-added', episode }
  }
  const { tick } = one
  if ('fact' in one) {
    return { type: 'belief-set', belief: exampleBelief({ id, sentence: one.fact, claim: null, tick }) }
  }
  const claim: Claim = { type: 'place', what: one.place, position: positionOf(one.at) }
  return { type: 'belief-set', belief: exampleBelief({ id, sentence: claimSentence(claim), claim, tick }) }
}

function circumstancesAt({ at, ...fields }: z.infer<typeof hereSchema>): Circumstances {
  return circumstancesSchema.parse({
    ...{ dimension: 'overworld', biome: 'plains', position: positionOf(at ?? [0, 64, 0]) },
    ...{ blocks: [], mobs: [], players: [], items: [], time: 'day', ...fields },
  })
}

function positionOf([x, y, z]: z.infer<typeof placeSchema>): Position {
  return { x, y, z }
}
