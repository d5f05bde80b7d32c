import { expect, test } from 'vitest'
import { circumstancesOf } from '../../src/core/circumstances.ts'
import type { Episode } from '../../src/core/episode.ts'
import { ALL_FACULTIES } from '../../src/core/faculties.ts'
import type { AgentMemory } from '../../src/core/memory.ts'
import type { MemoryChange } from '../../src/core/memory-change.ts'
import { earlierLife } from '../../src/memory/earlier-life.ts'
import { importDocument } from '../../src/memory/import-document.ts'
import { memoryDocument } from '../../src/memory/memory-document.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { examplePercept, exampleSkill } from '../support/examples.ts'
import { contentsOf, exampleBelief, exampleEpisode } from '../support/memory-examples.ts'

/** What every AgentMemory does with what comes from an earlier life, and with lessons from several episodes. */
export function describeEarlierLife(open: () => AgentMemory): void {
  test('what was lived before lies before tick 0, and is brought up behind what is newer', async () => {
    const memory = open()
    memory.apply(0, secondLife())
    memory.apply(1, [{ type: 'episode-added', episode: lived('now', 5) }])

    expect(memory.episodes.recent(9).map(({ tick }) => tick)).toEqual([5, -200, -900])
    expect(memory.facts.all().map(({ tick }) => tick)).toEqual([-990])
    const { episodes } = await memory.recall({ text: 'Obtain clay', circumstances: null, tick: 10 }, 3)
    expect(episodes.map(({ tick }) => tick)).toEqual([5, -200, -900])
  })

  test('an episode comes back with all that was tried, found and looked for in vain', () => {
    const memory = open()
    memory.apply(0, [{ type: 'episode-added', episode: lived('whole', 7) }])

    expect(memory.episodes.find('whole')).toEqual(lived('whole', 7))
    expect(memory.episodes.search('clay', 1)).toEqual([lived('whole', 7)])
  })

  test('a lesson that is drawn anew replaces the old one, and is found by its new words', async () => {
    const memory = open()
    const lesson = exampleBelief({
      id: 'lesson',
      claim: null,
      sentence: 'Getting clay: it failed twice.',
      source: { type: 'inferred', from: ['a', 'b'] },
      confidence: 0.6,
    })
    const other = exampleBelief({ id: 'other' })
    memory.apply(0, [
      { type: 'belief-set', belief: lesson },
      { type: 'belief-set', belief: other },
    ])
    const better = { ...lesson, sentence: 'Getting clay: it works at the river.', tick: 90 }
    memory.apply(1, [{ type: 'belief-set', belief: better }])

    expect(memory.facts.all()).toEqual([better, other])
    expect(memory.facts.issued()).toBe(2)
    const { facts } = await memory.recall({ text: 'river', circumstances: null, tick: 100 }, 1)
    expect(facts).toEqual([better])
    expect(memory.facts.search('failed twice', 9)).toEqual([])
  })

  test('what a chest holds is found by the thing, and changes with what is taken out', async () => {
    const memory = open()
    const position = { x: 4, y: 64, z: -2 }
    const holding = (count: number) =>
      exampleBelief({
        id: 'chest',
        sentence: `The chest at (4, 64, -2) holds ${count} bread.`,
        claim: { type: 'contains', position, item: 'bread', count },
      })
    memory.apply(0, [{ type: 'belief-set', belief: holding(4) }])
    memory.apply(1, [{ type: 'belief-set', belief: holding(1) }])

    const { facts } = await memory.recall({ text: 'Obtain bread', circumstances: null, tick: 9 }, 5)
    expect(facts).toEqual([holding(1)])
  })

  test('a second life begins the same in every memory', () => {
    const memory = open()
    memory.apply(0, secondLife())
    const plain = new VolatileMemory()
    plain.apply(0, secondLife())

    expect(contentsOf(memory)).toEqual(contentsOf(plain))
    expect(memory.skills.usable().map(({ name }) => name)).toEqual(['obtainClay'])
  })
}

/** An episode with something in each of its parts. */
function lived(id: string, tick: number): Episode {
  return exampleEpisode({
    id,
    tick,
    task: 'Obtain clay',
    summary: 'There was no clay to be found, then there was.',
    circumstances: circumstancesOf(examplePercept()),
    attempts: [
      {
        skill: 'obtainClay',
        source: 'async function obtainClay(bot) {}',
        status: 'threw',
        critique: 'None was found.',
        arguments: [3],
        tick: tick - 1,
        dependsOn: ['drop:clay'],
        failures: [{ act: 'mineBlock', name: 'clay', code: 'not-found', message: 'There is no clay.' }],
        searched: ['clay'],
        obtained: [
          { act: 'mineBlock', name: 'dirt', items: { dirt: 2 }, position: { x: 1, y: 2, z: 3 }, ticks: 40 },
        ],
        ticks: 300,
      },
    ],
  })
}

/** What of a first life, that ended at tick 1000, goes into the second. */
function secondLife(): readonly MemoryChange[] {
  const first = new VolatileMemory()
  first.apply(0, [
    { type: 'belief-set', belief: exampleBelief({ id: 'Ada-belief-1', tick: 10 }) },
    { type: 'episode-added', episode: lived('early', 100) },
    { type: 'episode-added', episode: lived('late', 800) },
    { type: 'skill-set', skill: exampleSkill() },
  ])
  const document = earlierLife(memoryDocument({ run: 'first', agent: 'Ada' }, first), {
    end: 1000,
    world: 'begun-anew',
    faculties: ALL_FACULTIES,
    isStation: () => false,
  })
  return importDocument(document, { run: 'second', agent: 'Ada' }, new VolatileMemory())
}
