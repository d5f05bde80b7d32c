import { describe, expect, test } from 'vitest'
import type { Authored, Reply } from '../../../src/core/brain.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { CheckSkill } from '../../../src/core/program.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleDraft, examplePercept, exampleSkill } from '../../support/examples.ts'
import type { FakeAct, FakeBody } from '../../support/fake-body.ts'
import { settled } from '../../support/manual-clock.ts'
import { GOAL, PROPOSAL, Team } from '../../support/scripted-team.ts'

const FAULTY = written("async function obtainClay(bot) { await mineBlock(bot, 'gravel', 3) }")
const FIX = exampleDraft({ source: "async function obtainClay(bot) { await mineBlock(bot, 'clay', 3) }" })
const STUCK: Authored = { type: 'blocked', reason: 'Nothing comes to mind.', questions: [] }
const TOOL: Claim = { type: 'tool', block: 'clay', tools: [] }
const FALSE_TOOL: Claim = { type: 'tool', block: 'clay', tools: ['iron_shovel'] }

describe("a teammate's correction of failed code", () => {
  test('is asked for with code, error and outcome, tried, and kept as a skill where it works', async () => {
    const { ben, team } = await corrected({ fix: FIX })
    expect(await ben.life()).toMatchObject({ reached: true })
    const [question] = team.messages('Ben')
    expect(question).toMatchObject({
      act: 'ask',
      to: ['Ada'],
      attachment: {
        type: 'failed-code',
        goal: GOAL,
        draft: { source: FAULTY.type === 'skill' ? FAULTY.draft.source : '' },
        status: 'threw',
        error: 'There is no gravel.',
      },
    })
    expect(ben.mind.memory.skills.find('obtainClay')).toMatchObject({ source: FIX.source })
    expect(ben.mind.memory.tasks.all()).toMatchObject([{ status: 'done', attempts: 2 }])
  })

  test('counts as one more failed attempt where it does not work', async () => {
    const { ben } = await corrected({ fix: exampleDraft({ source: '/* gravel again */' }) })
    expect(await ben.life()).toMatchObject({ reached: false })
    expect(ben.mind.memory.tasks.all()).toMatchObject([{ status: 'given-up', attempts: 2 }])
    expect(ben.mind.memory.skills.usable()).toEqual([])
  })

  test('does not run when the static check turns it down', async () => {
    const check: CheckSkill = (_name, source) =>
      source === FIX.source ? [{ rule: 'syntax', message: 'No.', line: 1, column: 1 }] : []
    const { ben } = await corrected({ fix: FIX, check })
    expect(await ben.life()).toMatchObject({ reached: false })
    expect(ben.body.requests).toHaveLength(1)
  })

  test('is declined by who holds to be false what it goes by', async () => {
    const { ben, team } = await corrected({ fix: FIX, claims: [TOOL], innate: [FALSE_TOOL] })
    expect(await ben.life()).toMatchObject({ reached: false })
    expect(ben.body.requests).toHaveLength(1)
    expect(team.events('skill-declined')).toMatchObject([{ name: 'obtainClay', from: 'Ada' }])
  })
})

describe('a skill that comes with an answer', () => {
  test('is tried in a world of its own and admitted as verified when it holds there', async () => {
    const { ben, team } = await offered({ held: true })
    expect(ben.mind.memory.skills.find('obtainClay')).toMatchObject({
      status: 'verified',
      provenance: { author: 'Ada' },
      statistics: { runs: 1, successes: 1 },
      calls: [{ name: 'findClay', version: 1 }],
    })
    expect(ben.mind.memory.skills.find('findClay')).toMatchObject({ status: 'provisional' })
    expect(team.events('skill-tried')).toMatchObject([{ name: 'obtainClay', held: true }])
  })

  test('is not admitted when it does not hold', async () => {
    const { ben, team } = await offered({ held: false })
    expect(ben.mind.memory.skills.usable()).toEqual([])
    expect(team.events('skill-declined')).toMatchObject([{ from: 'Ada', reason: 'Tried.' }])
  })

  test('is not taken over by who does not revise what it believes', async () => {
    const { ben, team } = await offered({ held: true, revision: false })
    expect(ben.mind.memory.skills.usable()).toEqual([])
    expect(team.events('skill-tried')).toEqual([])
    expect(team.events('skill-declined')).toMatchObject([{ reason: expect.stringContaining('not revised') }])
  })

  test('is not even tried when the static check finds something', async () => {
    const finding = { rule: 'syntax', message: 'A loop without an act.', line: 1, column: 1 }
    const { ben, team } = await offered({ held: true, check: () => [finding] })
    expect(ben.mind.memory.skills.usable()).toEqual([])
    expect(team.events('skill-tried')).toEqual([])
    expect(team.events('skill-declined')).toMatchObject([
      { reason: expect.stringContaining(finding.message) },
    ])
  })
})

interface Correcting {
  readonly fix: ReturnType<typeof exampleDraft>
  readonly check?: CheckSkill
  readonly claims?: readonly Claim[]
  readonly innate?: readonly Claim[]
}

/** Ben's code digs gravel, which is not there; Ada answers with a fix. */
async function corrected({ fix, check = () => [], claims = [], innate = [] }: Correcting) {
  const team = new Team()
  const reply: Reply = {
    act: 'correct',
    text: 'Dig clay.',
    about: [],
    claims,
    attachment: { type: 'fixed-code', draft: fix, arguments: [3] },
  }
  const ada = team.add('Ada', {
    answer: ({ attachment }) => (attachment?.type === 'failed-code' ? reply : null),
  })
  ada.life()
  await settled()
  const script = { proposals: [PROPOSAL], authored: [FAULTY, STUCK] }
  return { team, ben: team.add('Ben', script, { act: onlyClay, check, innate }) }
}

interface Offering {
  readonly held: boolean
  readonly check?: CheckSkill
  readonly revision?: boolean
}

/** Ada has a verified skill that gets what Ben asks about. */
async function offered({ held, check = () => [], revision = true }: Offering) {
  const team = new Team()
  const finding = exampleSkill({
    name: 'findClay',
    postcondition: null,
    source: 'async function findClay() {}',
  })
  const skill = exampleSkill({
    postcondition: { type: 'have', item: 'clay', count: '$count' },
    calls: [{ name: 'findClay', version: 1 }],
  })
  const answer = { act: 'tell', text: 'Like this.', about: ['clay'], claims: [] } as const
  const ada = team.add('Ada', { answer: () => answer }, { memory: knowing([finding, skill]) })
  ada.life()
  await settled()
  const asking = { text: 'How?', about: ['clay_ball'] }
  const ben = team.add(
    'Ben',
    {
      proposals: [PROPOSAL],
      authored: [{ type: 'blocked', reason: 'No way is known.', questions: [asking] }],
    },
    {
      check,
      faculties: { revision },
      trials: { run: async () => ({ held, reason: 'Tried.', outcome: null }), close: async () => {} },
    },
  )
  await ben.life()
  return { team, ben }
}

function knowing(skills: readonly Skill[]): VolatileMemory {
  const memory = new VolatileMemory()
  memory.apply(
    0,
    skills.map((skill) => ({ type: 'skill-set', skill })),
  )
  return memory
}

function written(source: string): Authored {
  return { type: 'skill', draft: exampleDraft({ source }), arguments: [3], reused: null, dependsOn: [] }
}

const onlyClay: FakeAct = (body: FakeBody, { program }) => {
  const isClay = program.modules.some(({ source }) => source.includes("'clay'"))
  if (isClay) body.percept = examplePercept({ inventory: { clay_ball: 3 } })
  return isClay ? {} : { status: 'threw', error: NO_GRAVEL, trace: [] }
}

const NO_GRAVEL = { message: 'There is no gravel.', module: null, line: null, column: null }
