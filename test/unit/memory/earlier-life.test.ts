import { expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import { ALL_FACULTIES } from '../../../src/core/faculties.ts'
import { type EarlierLife, earlierLife } from '../../../src/memory/earlier-life.ts'
import { importDocument } from '../../../src/memory/import-document.ts'
import { type MemoryDocument, memoryDocumentSchema } from '../../../src/memory/memory-document.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleSkill } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode, exampleEvidence } from '../../support/memory-examples.ts'

const place = (id: string, what: string): Belief =>
  exampleBelief({ id, claim: { type: 'place', what, position: { x: 1, y: 2, z: 3 } }, tick: 90 })

const obtained = {
  act: 'mineBlock',
  name: 'clay',
  items: { clay_ball: 4 },
  position: { x: 1, y: 2, z: 3 },
  ticks: 9,
}

const document: MemoryDocument = memoryDocumentSchema.parse({
  format: 'kithcraft-memory-1',
  run: 'first',
  agent: 'Ben',
  facts: [
    exampleBelief({ id: 'Ben-belief-1', tick: 40, evidence: [exampleEvidence({ tick: 40 })] }),
    place('Ben-belief-2', 'oak_log'),
    place('Ben-belief-3', 'furnace'),
    exampleBelief({ id: 'Ben-belief-4', claim: { type: 'holds', agent: 'Ada', item: 'stick', count: 2 } }),
  ],
  episodes: [
    exampleEpisode({
      tick: 100,
      attempts: [
        { skill: 's', source: '', status: 'threw', critique: '', tick: 99, obtained: [obtained] },
      ] as never,
    }),
  ],
  skills: [exampleSkill()],
})

const life = (fields: Partial<EarlierLife> = {}): EarlierLife => ({
  end: 100,
  world: 'begun-anew',
  faculties: ALL_FACULTIES,
  isStation: (block) => block === 'furnace',
  ...fields,
})

test('earlierLife() keeps what is true in the same world begun anew, at times before its start', () => {
  const { facts, episodes, skills } = earlierLife(document, life())
  expect(facts).toMatchObject([
    { id: 'Ben-belief-1', tick: -60, evidence: [{ tick: -60 }] },
    { id: 'Ben-belief-2', tick: -10 },
  ])
  expect(episodes).toMatchObject([{ tick: 0, attempts: [{ tick: -1, obtained: [obtained] }] }])
  expect(skills).toHaveLength(1)
})

test('earlierLife() keeps what was built where the world has gone on, and no place in another world', () => {
  const ids = (world: EarlierLife['world']) =>
    earlierLife(document, life({ world })).facts.map(({ id }) => id)
  expect(ids('gone-on')).toEqual(['Ben-belief-1', 'Ben-belief-2', 'Ben-belief-3'])
  expect(ids(null)).toEqual(['Ben-belief-1'])
  const { episodes } = earlierLife(document, life({ world: null }))
  expect(episodes).toMatchObject([{ circumstances: null, attempts: [{ obtained: [{ position: null }] }] }])
})

test('earlierLife() leaves behind what the agent does without, and is imported under new ids', () => {
  const faculties = { ...ALL_FACULTIES, episodicMemory: false, proceduralMemory: false }
  const taken = earlierLife(document, life({ faculties }))
  expect([taken.facts.length, taken.episodes.length, taken.skills.length]).toEqual([2, 0, 0])
  const memory = new VolatileMemory()
  memory.apply(0, importDocument(earlierLife(document, life()), { run: 'second', agent: 'Ben' }, memory))
  expect(memory.facts.all().map(({ id }) => id)).toEqual(['Ben-belief-1', 'Ben-belief-2'])
  expect(memory.episodes.recent(1)).toMatchObject([{ id: 'first-Ben/episode-1' }])
})
