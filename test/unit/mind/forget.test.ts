import { describe, expect, it } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { Episode } from '../../../src/core/episode.ts'
import { type MemoryBudget, NO_BUDGET } from '../../../src/core/memory-budget.ts'
import type { MemoryChange } from '../../../src/core/memory-change.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { forget } from '../../../src/mind/forget.ts'
import { exampleSkill, exampleTask } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode, exampleMessage } from '../../support/memory-examples.ts'

const NOW = 100_000

/** What is left of the memory once what is beyond the budget is forgotten. */
function left(changes: readonly MemoryChange[], budget: Partial<MemoryBudget>): VolatileMemory {
  const memory = new VolatileMemory()
  memory.apply(0, changes)
  memory.apply(1, forget(memory, { ...NO_BUDGET, ...budget }, NOW))
  return memory
}

const episodes = (count: number, fields: (number: number) => Partial<Episode> = () => ({})) =>
  Array.from({ length: count }, (_, number): MemoryChange => {
    return {
      type: 'episode-added',
      episode: exampleEpisode({ id: `e${number}`, tick: number, ...fields(number) }),
    }
  })
const fact = (fields: Partial<Belief>): MemoryChange => ({
  type: 'belief-set',
  belief: exampleBelief(fields),
})

function idsOf(memory: VolatileMemory) {
  return memory.episodes.outlines().map(({ id }) => id)
}

describe('forget()', () => {
  it('forgets nothing within the budget, and nothing without one', () => {
    const memory = new VolatileMemory()
    memory.apply(0, episodes(10))
    expect(forget(memory, { ...NO_BUDGET, episodes: 10 }, NOW)).toEqual([])
    expect(forget(memory, NO_BUDGET, NOW)).toEqual([])
  })

  it('forgets older episodes about the same task into the newest, which tells how many it stands for', () => {
    const memory = left(
      episodes(11, (number) => ({ task: number < 8 ? 'Mine coal' : `Task ${number}` })),
      { episodes: 10 },
    )
    expect(idsOf(memory)).toEqual(['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'])
    expect(memory.episodes.find('e7')?.standsFor).toBe(3)
    expect(memory.episodes.outlines().reduce((sum, episode) => sum + episode.standsFor, 0)).toBe(11)
  })

  it('keeps successes and failures apart, and goes for the oldest once no task comes twice', () => {
    const memory = left(
      episodes(11, (number) => ({ task: `Task ${number >> 1}`, success: number % 2 === 0 })),
      { episodes: 10 },
    )
    expect(idsOf(memory)).toEqual(['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'])
  })

  it('keeps episodes of the open task and those that a held belief was drawn from', () => {
    const memory = left(
      [
        ...episodes(20, (number) => ({ id: `task-${number}-1-5` })),
        { type: 'task-set', task: exampleTask({ id: 'task-0', status: 'open' }) },
        fact({ id: 'b', source: { type: 'inferred', from: ['task-1-1-5'] } }),
      ],
      { episodes: 2 },
    )
    expect(idsOf(memory)).toEqual(['task-0-1-5', 'task-1-1-5'])
    const given = left(
      [...episodes(4), fact({ id: 'b', status: 'refuted', source: { type: 'inferred', from: ['e0'] } })],
      { episodes: 2 },
    )
    expect(idsOf(given)).toEqual(['e3'])
  })

  it('forgets stale and passing facts before others, and never how the world works', () => {
    const place = (id: string, tick: number) =>
      fact({ id, tick, claim: { type: 'place', what: 'stone', position: { x: tick, y: 1, z: 1 } } })
    const memory = left(
      [
        fact({ id: 'know-how', status: 'refuted', tick: 0 }),
        fact({ id: 'note', claim: null, tick: 5 }),
        place('fresh', NOW - 1),
        fact({ id: 'stale', tick: 10, claim: { type: 'holds', agent: 'Ada', item: 'stick', count: 1 } }),
        place('older', NOW - 100),
      ],
      { facts: 4 },
    )
    expect(memory.facts.all().map(({ id }) => id)).toEqual(['know-how', 'fresh', 'older'])
    expect(left([fact({ id: 'a' }), fact({ id: 'b' })], { facts: 1 }).facts.all()).toHaveLength(2)
  })

  it('keeps a fact that another was drawn from, and a promise that holds', () => {
    const promise = { agent: 'Ada', to: 'Ben', item: 'stick', count: 1, place: { x: 0, y: 0, z: 0 } } as const
    const memory = left(
      [
        fact({ id: 'ground', claim: null }),
        fact({ id: 'drawn', claim: null, source: { type: 'inferred', from: ['ground'] } }),
        fact({
          id: 'kept',
          tick: NOW,
          claim: { type: 'promise', ...promise, item: 'log', until: NOW + 9, by: 'hand', state: 'kept' },
        }),
        fact({
          id: 'promise',
          tick: NOW,
          claim: { type: 'promise', ...promise, until: NOW + 9, by: 'hand', state: 'open' },
        }),
        fact({
          id: 'laid',
          tick: NOW,
          claim: { type: 'promise', ...promise, item: 'coal', until: NOW + 9, by: 'chest', state: 'laid' },
        }),
        fact({
          id: 'of long ago',
          tick: 0,
          claim: { type: 'promise', ...promise, item: 'dirt', until: 9, by: 'hand', state: 'open' },
        }),
      ],
      { facts: 1 },
    )
    expect(memory.facts.all().map(({ id }) => id)).toEqual(['ground', 'promise', 'laid'])
  })

  it('forgets the oldest messages', () => {
    const messages = Array.from({ length: 11 }, (_, number): MemoryChange => {
      return { type: 'message-noted', message: exampleMessage({ id: `m${number}`, tick: number }) }
    })
    expect(left(messages, { messages: 10 }).episodes.messages(99).at(-1)?.id).toBe('m2')
  })

  it('forgets retired and replaced versions of skills, never one that a skill calls, nor the last that is usable', () => {
    const skill = (name: string, version: number, fields = {}): MemoryChange => ({
      type: 'skill-set',
      skill: exampleSkill({ name, version, ...fields }),
    })
    const memory = left(
      [
        skill('dig', 1),
        skill('dig', 2),
        skill('dig', 3),
        skill('old', 1, { status: 'retired' }),
        skill('build', 1, { calls: [{ name: 'dig', version: 1 }] }),
      ],
      { skillVersions: 2 },
    )
    expect(memory.skillVersions().map(({ name, version }) => `${name}@${version}`)).toEqual([
      'build@1',
      'dig@1',
      'dig@3',
    ])
  })
})
