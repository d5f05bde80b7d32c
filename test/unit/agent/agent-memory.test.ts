import { expect, test } from 'vitest'
import type { BeliefDraft } from '../../../src/core/belief.ts'
import { NO_BUDGET } from '../../../src/core/memory-budget.ts'
import { changesIn } from '../../../src/core/run-event.ts'
import { CODE, DROP, PROPOSAL, Team } from '../../support/scripted-team.ts'

test('liveAgent() keeps no episode, no skill and no fact beyond its task without these memories', async () => {
  const team = new Team()
  const ben = team.add(
    'Ben',
    { proposals: [PROPOSAL], authored: [CODE], reflect: () => [DROP] },
    { faculties: { episodicMemory: false, proceduralMemory: false, semanticMemory: false } },
  )
  expect(await ben.life()).toMatchObject({ reached: true })
  const { episodes, skills, facts, tasks } = ben.mind.memory
  expect(episodes.count()).toBe(0)
  expect(skills.usable()).toEqual([])
  expect(facts.issued()).toBeGreaterThan(0)
  expect(facts.all()).toEqual([])
  expect(tasks.all()).toMatchObject([{ status: 'done' }])
})

test('liveAgent() forgets what is beyond its budget, in the journal too', async () => {
  const team = new Team()
  const notes = Array.from({ length: 5 }, (_, number): BeliefDraft => {
    return { ...DROP, claim: null, sentence: `Note ${number}` }
  })
  const ben = team.add(
    'Ben',
    { proposals: [PROPOSAL], authored: [CODE], reflect: () => notes },
    { budget: { ...NO_BUDGET, facts: 3 } },
  )
  await ben.life()
  const sentences = ben.mind.memory.facts.all().map(({ sentence }) => sentence)
  expect(sentences).toEqual(['Note 3', 'Note 4'])
  const changes = team.events('step-committed').flatMap((event) => changesIn(event) ?? [])
  expect(changes.filter(({ type }) => type === 'belief-forgotten')).toHaveLength(3)
})
