import { expect, test } from 'vitest'
import type { TrialResult } from '../../../src/core/body.ts'
import type { Authored, Reply } from '../../../src/core/brain.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleDraft, examplePercept } from '../../support/examples.ts'
import type { FakeBody } from '../../support/fake-body.ts'
import { settled } from '../../support/manual-clock.ts'
import type { BrainScript } from '../../support/scripted-brain.ts'
import { CODE, DROP, findClay, PROPOSAL, Team } from '../../support/scripted-team.ts'

const BLOCKED: Authored = {
  type: 'blocked',
  reason: 'Nobody told me where clay comes from.',
  questions: [{ text: 'Where does clay come from?', about: ['clay_ball'] }],
}
const ANSWER: Reply = { act: 'tell', text: 'Dig clay.', about: ['clay_ball'], claims: [] }

test('liveAgent() pursues its goal until the world shows it, and keeps the skill', async () => {
  const team = new Team()
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] })
  expect(await ben.life()).toEqual({ reached: true, reason: 'The goal is reached.' })
  expect(ben.mind.memory.skills.find('obtainClay')).toMatchObject({ version: 1, status: 'provisional' })
  expect(ben.mind.memory.tasks.all()).toMatchObject([{ status: 'done', attempts: 1 }])
  expect(ben.mind.memory.episodes.recent(1)).toMatchObject([{ success: true }])
  expect(ben.brain.unused()).toBe(0)
})

test.each([
  ['keeps no skill of', 'collectFrom', 'what a partner brought', [], 0],
  ['keeps no skill of', 'getItemFromChest', 'what lay in one chest', ['contains:1,64,1:clay_ball'], 0],
  ['keeps a skill of', 'getItemFromChest', 'what it found in a chest that it came across', [], 1],
] as const)('liveAgent() %s %s: %s', async (_keeps, name, _what, dependsOn, count) => {
  const result = { ok: true as const, message: 'Got it.', value: null }
  const act = (body: FakeBody) => {
    findClay(body)
    return { trace: [{ type: 'act' as const, tick: 1, name, arguments: [], result }] }
  }
  const ben = new Team().add('Ben', { proposals: [PROPOSAL], authored: [{ ...CODE, dependsOn }] }, { act })
  expect(await ben.life()).toMatchObject({ reached: true })
  expect(ben.mind.memory.skills.usable()).toHaveLength(count)
})

test.each([
  ['done', 'answered', [DROP]],
  ['given-up', 'asked in vain', []],
] as const)(
  'liveAgent() takes a question of its own for %s when it was %s',
  async (status, ending, learned) => {
    const team = new Team()
    team.add('Ada', { answer: () => ANSWER }).life()
    await settled()
    const inquiry = {
      ...PROPOSAL,
      text: 'Find out what else there is',
      goal: null,
      asks: 'What else is there?',
    }
    const ben = team.add('Ben', {
      proposals: [inquiry, PROPOSAL],
      authored: [CODE],
      infer: (message) => (message.act === 'tell' ? learned : []),
    })
    const life = ben.life()
    for (let round = 0; round < 4; round++) {
      await settled()
      await team.clock.pass(ben.mind.limits.answerTicks)
    }
    expect(await life).toMatchObject({ reached: true })
    expect(ben.mind.memory.tasks.all()).toMatchObject([{ status, attempts: 0 }, { status: 'done' }])
    const [, episode] = ben.mind.memory.episodes.recent(2)
    expect(episode).toMatchObject({
      success: status === 'done',
      summary: `"Find out what else there is" was ${ending}.`,
    })
  },
)

test('liveAgent() journals every change before it counts: memory can be rebuilt from the journal', async () => {
  const team = new Team()
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] })
  await ben.life()
  const rebuilt = new VolatileMemory()
  for (const { event, sequence } of team.journal.entries()) {
    if (event.type === 'step-committed') rebuilt.apply(sequence, event.changes)
  }
  expect(rebuilt.facts.all()).toEqual(ben.mind.memory.facts.all())
  expect(rebuilt.tasks.all()).toEqual(ben.mind.memory.tasks.all())
  expect(rebuilt.skills.usable()).toEqual(ben.mind.memory.skills.usable())
})

test('liveAgent() asks when it is blocked, and plans anew with what it was told', async () => {
  const team = new Team()
  team.add('Ada', { answer: () => ANSWER }).life()
  await settled()
  const ben = team.add('Ben', {
    proposals: [PROPOSAL, PROPOSAL],
    authored: [BLOCKED, CODE],
    infer: (message) => (message.act === 'tell' ? [DROP] : []),
  })
  expect(await ben.life()).toMatchObject({ reached: true })
  expect(ben.mind.memory.tasks.all().map((task) => task.status)).toEqual(['set-aside', 'done'])
  expect(ben.mind.memory.facts.all()).toMatchObject([
    { claim: DROP.claim, source: { type: 'told', by: 'Ada' } },
  ])
})

test('liveAgent() takes silence for an answer and ends with the reason', async () => {
  const team = new Team()
  team.add('Ada', { answer: () => null }).life()
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [BLOCKED] })
  const life = ben.life()
  await settled()
  await team.clock.pass(ben.mind.limits.answerTicks)
  expect(await life).toEqual({ reached: false, reason: `Nothing is left to try: ${blockedReason()}` })
  expect(team.events('message-sent')).toHaveLength(1)
})

test('liveAgent() answers while it waits for an answer itself: two agents may ask each other in the same tick', async () => {
  const team = new Team()
  const script = (): BrainScript => ({
    proposals: [PROPOSAL, PROPOSAL],
    authored: [BLOCKED, CODE],
    answer: () => ANSWER,
    infer: (message) => (message.act === 'tell' ? [DROP] : []),
  })
  const lives = [team.add('Ada', script()).life(), team.add('Ben', script()).life()]
  expect(await Promise.all(lives)).toMatchObject([{ reached: true }, { reached: true }])
  expect(team.clock.tick()).toBe(0)
})

test('liveAgent() goes on answering after its own work is done', async () => {
  const team = new Team()
  const ada = team.add('Ada', { proposals: [], answer: () => ANSWER })
  ada.body.percept = examplePercept({ inventory: { clay_ball: 3 } })
  expect(await ada.life()).toMatchObject({ reached: true })
  const ben = team.add('Ben', {
    proposals: [PROPOSAL, PROPOSAL],
    authored: [BLOCKED, CODE],
    infer: () => [DROP],
  })
  expect(await ben.life()).toMatchObject({ reached: true })
})

test('liveAgent() waits while its bot is out of the world', async () => {
  const team = new Team()
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] })
  ben.body.absent = true
  const life = ben.life()
  await settled()
  ben.body.absent = false
  await team.clock.pass(20)
  expect(await life).toMatchObject({ reached: true })
})

test('liveAgent() keeps what a trial shows while the next attempt is still under way', async () => {
  const team = new Team()
  const trial = Promise.withResolvers<TrialResult>()
  const attempt = Promise.withResolvers<void>()
  const other: Goal = { type: 'have', item: 'stick', count: 1 }
  const ben = team.add(
    'Ben',
    {
      proposals: [{ text: 'Obtain 1 stick', goal: other, proposedBy: 'curriculum' }, PROPOSAL],
      authored: [{ ...CODE, draft: exampleDraft({ name: 'obtainStick', postcondition: other }) }, CODE],
    },
    {
      trials: { run: () => trial.promise, close: async () => {} },
      act: async (body) => {
        if (body.requests.length > 1) await attempt.promise
        body.percept = examplePercept({
          inventory: body.requests.length > 1 ? { clay_ball: 3 } : { stick: 1 },
        })
        return {}
      },
    },
  )
  const life = ben.life()
  await settled()
  expect(ben.mind.memory.skills.find('obtainStick')?.status).toBe('provisional')
  trial.resolve({ held: true, reason: 'It held.', outcome: null })
  await settled()
  expect(ben.mind.memory.skills.find('obtainStick')?.status).toBe('verified')
  attempt.resolve()
  expect(await life).toMatchObject({ reached: true })
  expect(ben.mind.memory.skills.find('obtainStick')?.status).toBe('verified')
})

test('liveAgent() leaves a skill provisional whose trial failed', async () => {
  const team = new Team()
  const run = async () => ({ held: false, reason: 'No clay there.', outcome: null })
  const ben = team.add(
    'Ben',
    { proposals: [PROPOSAL], authored: [CODE] },
    { trials: { run, close: async () => {} } },
  )
  await ben.life()
  expect(ben.mind.memory.skills.find('obtainClay')).toMatchObject({
    status: 'provisional',
    statistics: { runs: 2, successes: 1 },
  })
  expect(team.events('skill-tried')).toMatchObject([
    { name: 'obtainClay', held: false, reason: 'No clay there.' },
  ])
})

test('liveAgent() tries the same code again when its bot was lost just before it ran', async () => {
  const team = new Team()
  const act = (body: FakeBody) => {
    if (body.requests.length === 1) throw new InfrastructureError('The bot was kicked.')
    return findClay(body)
  }
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE, CODE] }, { act })
  expect(await ben.life()).toMatchObject({ reached: true })
  expect(ben.mind.memory.tasks.all()).toMatchObject([{ status: 'done', attempts: 2 }])
})

test('liveAgent() ends when the run does', async () => {
  const team = new Team()
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] })
  team.abort.abort(new Error('stopped'))
  expect(await ben.life()).toEqual({ reached: false, reason: 'The run ended first.' })
})

test('liveAgent() makes no further attempt when the run ends during one, and decides nothing', async () => {
  const team = new Team()
  const act = () => {
    team.abort.abort(new Error('stopped'))
    return { status: 'aborted' } as const
  }
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE, CODE] }, { act })
  expect(await ben.life()).toEqual({ reached: false, reason: 'The run ended first.' })
  expect(ben.body.requests).toHaveLength(1)
  expect(ben.mind.memory.tasks.all()).toEqual([])
})

test('liveAgent() lets go of the clock when it has finished', async () => {
  const team = new Team()
  await team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] }).life()
  expect(team.clock.holders()).toEqual([])
})

function blockedReason(): string {
  return BLOCKED.type === 'blocked' ? BLOCKED.reason : ''
}
