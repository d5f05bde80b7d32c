import { expect, test } from 'vitest'
import { Acquaintances } from '../../../src/agent/acquaintances.ts'
import { Correspondence } from '../../../src/agent/correspondence.ts'
import { StepDraft } from '../../../src/agent/step-draft.ts'
import type { BeliefDraft } from '../../../src/core/belief.ts'
import { NO_BUDGET } from '../../../src/core/memory-budget.ts'
import { changesIn } from '../../../src/core/run-event.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleDraft, examplePercept, exampleSkill } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode } from '../../support/memory-examples.ts'
import { CODE, DROP, findClay, GOAL, PROPOSAL, Team } from '../../support/scripted-team.ts'

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

const failsFirst = () => {
  let runs = 0
  return (body: Parameters<typeof findClay>[0]) => {
    const error = { message: 'The pontoon bridge was broken.', module: null, line: null, column: null }
    return runs++ === 0 ? { status: 'threw' as const, error } : findClay(body)
  }
}

test('liveAgent() looks into its memory again for each attempt, for what stood in the way, and journals what came up', async () => {
  const memory = new VolatileMemory()
  const bridge = exampleBelief({ id: 'Ben-belief-1', sentence: 'A pontoon floats again.', claim: null })
  const clay = exampleEpisode({ id: 'old', task: 'Obtain 3 clay_ball', summary: 'It took long.' })
  memory.apply(0, [
    { type: 'belief-set', belief: bridge },
    { type: 'episode-added', episode: clay },
  ])
  const team = new Team()
  const better = { ...CODE, draft: { ...exampleDraft(), source: 'async function obtainClay(bot) {}' } }
  const ben = team.add(
    'Ben',
    { proposals: [PROPOSAL], authored: [CODE, better] },
    { memory, act: failsFirst() },
  )
  expect(await ben.life()).toMatchObject({ reached: true })
  expect(team.events('memories-recalled')).toMatchObject([
    { round: 1, cue: PROPOSAL.text, episodes: ['old'], facts: [] },
    {
      round: 2,
      cue: expect.stringContaining('pontoon bridge'),
      episodes: ['old'],
      facts: ['Ben-belief-1'],
    },
  ])
})

test('liveAgent() brings nothing to mind of the memories that it does without', async () => {
  const memory = new VolatileMemory()
  memory.apply(0, [
    { type: 'belief-set', belief: exampleBelief({ sentence: 'A clay_ball is round.', claim: null }) },
    { type: 'episode-added', episode: exampleEpisode({ task: PROPOSAL.text }) },
  ])
  const team = new Team()
  const faculties = { episodicMemory: false, proceduralMemory: false, semanticMemory: false }
  await team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] }, { memory, faculties }).life()
  expect(team.events('memories-recalled')).toMatchObject([{ skills: [], episodes: [], facts: [] }])
})

test('liveAgent() sees no skill but the seeds without procedural memory, wherever the others come from', async () => {
  const skills = [
    exampleSkill({
      name: 'findNearby',
      description: 'Looks for blocks.',
      postcondition: null,
      provenance: { author: 'seed', task: '', run: '', tick: 0 },
    }),
    exampleSkill({ name: 'obtainClay', postcondition: GOAL }),
  ]
  const seen = async (proceduralMemory: boolean) => {
    const memory = new VolatileMemory()
    memory.apply(
      0,
      skills.map((skill) => ({ type: 'skill-set', skill })),
    )
    const { mind } = new Team().add('Ben', {}, { memory, faculties: { proceduralMemory } })
    const draft = new StepDraft(
      { mind, acquaintances: new Acquaintances(mind, new Correspondence('Ben')) },
      examplePercept(),
    )
    const { skills: library } = draft.view()
    return {
      usable: library.usable().map(({ name }) => name),
      found: library.find('obtainClay')?.name ?? null,
      reaching: library.reaching(GOAL).length,
      searched: library.search('obtain clay', 5).length,
    }
  }
  expect(await seen(true)).toMatchObject({ usable: ['findNearby', 'obtainClay'], found: 'obtainClay' })
  expect(await seen(false)).toEqual({ usable: ['findNearby'], found: null, reaching: 0, searched: 0 })
})
