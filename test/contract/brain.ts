import { describe, expect, test } from 'vitest'
import { beliefSchema } from '../../src/core/belief.ts'
import type { Brain, MindView } from '../../src/core/brain.ts'
import type { Claim } from '../../src/core/claim.ts'
import { type Goal, goalSchema } from '../../src/core/goal.ts'
import { bindArguments, bindGoal } from '../../src/core/goal-binding.ts'
import { matchPostcondition } from '../../src/core/goal-matching.ts'
import { type Message, messageSchema } from '../../src/core/message.ts'
import { skillDraftSchema } from '../../src/core/skill.ts'
import { createKnowledge } from '../../src/mind/create-knowledge.ts'
import {
  exampleAttempt,
  exampleOutcome,
  examplePercept,
  exampleTask,
  exampleView,
} from '../support/examples.ts'
import { exampleEpisode, exampleMessage } from '../support/memory-examples.ts'

/** All that the suite's mind knows. */
export const CLAY: readonly Claim[] = [
  { type: 'drop', block: 'clay', items: ['clay_ball'] },
  { type: 'tool', block: 'clay', tools: [] },
  { type: 'recipe', item: 'clay', makes: 1, ingredients: { clay_ball: 4 }, table: false },
]
const goal: Goal = { type: 'have', item: 'clay_ball', count: 3 }

/** What every brain does, whatever it reasons with. */
export function describeBrain(name: string, create: () => Brain): void {
  describe(`${name} as Brain`, () => {
    describeProposing(create)
    describeAuthoring(create)
    describeJudging(create)
    describeTalking(create)
    describeReading(create)
  })
}

/** A mind that knows clay and sees some; frozen, so that a brain that changes it fails. */
function clayView(fields: Partial<MindView> = {}): MindView {
  const blocks = [{ name: 'clay', count: 4, nearest: { x: 3, y: 62, z: 0 }, distance: 3 }]
  const percept = examplePercept({ blocks })
  return deepFrozen(exampleView({ percept, knowledge: createKnowledge(CLAY, []), ...fields }))
}

function describeProposing(create: () => Brain): void {
  test('propose() names a task in words, with a goal that a machine can check', async () => {
    const proposal = await create().proposer.propose(clayView(), goal)
    expect(proposal?.text).not.toBe('')
    expect(goalSchema.safeParse(proposal?.goal).success).toBe(true)
  })

  test('propose() proposes nothing again that was given up while nothing was learned', async () => {
    const tasks = [exampleTask({ goal, status: 'given-up', tick: 5 })]
    const proposal = await create().proposer.propose(clayView({ tasks }), goal)
    expect(proposal?.goal ?? null).not.toEqual(goal)
  })
}

function describeAuthoring(create: () => Brain): void {
  const recollection = { skills: [], episodes: [], facts: [] }
  const task = exampleTask({ goal })

  test('author() hands in a valid draft whose postcondition, with its arguments, is the goal', async () => {
    const authored = await create().author.author(clayView(), { task, recollection, attempts: [] })
    if (authored.type === 'blocked') throw new Error(authored.reason)
    const { draft, arguments: values } = authored
    expect(skillDraftSchema.parse(draft).postcondition).not.toBeNull()
    expect(matchPostcondition(draft, goal)).not.toBeNull()
    expect(bindGoal(draft.postcondition ?? goal, bindArguments(draft.parameters, values))).toEqual(goal)
  })

  test('author() does not repeat code that failed', async () => {
    const { author } = create()
    const first = await author.author(clayView(), { task, recollection, attempts: [] })
    if (first.type === 'blocked') throw new Error(first.reason)
    const verdict = { success: false, critique: 'Nothing was gained.', by: 'goal' } as const
    const attempt = exampleAttempt({ draft: first.draft, arguments: first.arguments, verdict })
    const second = await author.author(clayView(), { task, recollection, attempts: [attempt] })
    expect(second.type === 'skill' && second.draft.source).not.toBe(first.draft.source)
  })

  test('author() without a way says what it would have to know', async () => {
    const unknown = exampleTask({ goal: { type: 'have', item: 'heart_of_the_sea', count: 1 } })
    const authored = await create().author.author(clayView(), { task: unknown, recollection, attempts: [] })
    expect(authored).toMatchObject({ type: 'blocked', questions: [{ about: ['heart_of_the_sea'] }] })
  })
}

function describeJudging(create: () => Brain): void {
  const task = exampleTask({ goal: null, text: 'Look around' })

  test('judge() finds no success in code that threw, and says why', async () => {
    const error = { message: 'The clay is gone.', module: null, line: 1, column: 1 }
    const attempt = exampleAttempt({ outcome: exampleOutcome({ status: 'threw', error }) })
    const verdict = await create().judge.judge(clayView(), task, attempt)
    expect(verdict).toMatchObject({ success: false, by: 'brain' })
    expect(verdict.critique).not.toBe('')
  })

  test('describe() words what a skill does', async () => {
    const description = await create().describer.describe(exampleAttempt().draft, task)
    expect(description.length).toBeGreaterThan(10)
  })

  test('reflect() draws beliefs that can be kept', async () => {
    const failure = { ok: false, code: 'no-path', message: 'No way to the clay.' } as const
    const trace = [
      { type: 'act' as const, tick: 1, name: 'mineBlock', arguments: ['clay', 1], result: failure },
    ]
    const verdict = { success: false, critique: 'no clay', by: 'goal' } as const
    const attempt = exampleAttempt({ outcome: exampleOutcome({ trace }), verdict })
    const episode = exampleEpisode({ task: task.text, goal: null, success: false, summary: 'failed' })
    const drafts = await create().reflector.reflect(clayView(), episode, [attempt])
    for (const draft of drafts) {
      const belief = { ...draft, id: 'b1', tick: 5, status: 'held', evidence: [] }
      expect(beliefSchema.safeParse(belief).error).toBeUndefined()
    }
  })
}

function describeTalking(create: () => Brain): void {
  test('ask() asks about what is in question, in words that fit a message', async () => {
    const questions = [{ text: 'How do I get string?', about: ['string'] }]
    const reply = await create().converser.ask(clayView(), 'Ben', exampleTask(), questions)
    expect(reply).toMatchObject({ act: 'ask', about: ['string'] })
    expect(messageSchema.safeParse(messageFrom('Ada', reply)).error).toBeUndefined()
  })

  test('answer() tells what it believes and nothing else', async () => {
    const reply = await create().converser.answer(clayView(), question('clay_ball'))
    expect(reply?.act).toBe('tell')
    expect(reply?.claims.length).toBeGreaterThan(0)
    expect(CLAY).toEqual(expect.arrayContaining([...(reply?.claims ?? [])]))
  })

  test('answer() admits that it knows nothing', async () => {
    const reply = await create().converser.answer(clayView(), question('heart_of_the_sea'))
    expect(reply?.act).toBe('refuse')
    expect(reply?.claims.every((claim) => claim.type === 'knows' && !claim.knows)).toBe(true)
  })

  test('answer() is silent on what is no question', async () => {
    expect(await create().converser.answer(clayView(), { ...question('clay'), act: 'report' })).toBeNull()
  })
}

function describeReading(create: () => Brain): void {
  test('infer() takes claims as hearsay from whoever sent them', async () => {
    const claim: Claim = { type: 'drop', block: 'cobweb', items: ['string'] }
    const message: Message = { ...question('string'), act: 'tell', claims: [claim] }
    const drafts = await create().inferrer.infer(clayView(), message)
    const told = drafts.find((draft) => draft.kind === 'interaction')
    expect(told).toMatchObject({ claim, source: { type: 'told', by: 'Ben', message: message.id } })
  })

  test('infer() sees in a question that its sender does not know', async () => {
    const drafts = await create().inferrer.infer(clayView(), question('clay_ball'))
    expect(drafts.map((draft) => draft.claim)).toContainEqual({
      type: 'knows',
      agent: 'Ben',
      topic: 'clay_ball',
      knows: false,
    })
    expect(drafts.every((draft) => draft.kind === 'partner')).toBe(true)
  })
}

function question(topic: string): Message {
  return messageFrom('Ben', { act: 'ask', text: `How do I get ${topic}?`, about: [topic], claims: [] })
}

function messageFrom(
  from: string,
  {
    act,
    text,
    about,
    claims,
  }: Pick<Message, 'act' | 'text'> & {
    readonly about: readonly string[]
    readonly claims: readonly Claim[]
  },
): Message {
  return exampleMessage({
    ...{
      id: 'm1',
      conversation: 'm1',
      from,
      to: ['Cleo'],
      act,
      text,
      about: [...about],
      claims: [...claims],
    },
    tick: 3,
  })
}

/** Freezes data; functions and objects with methods stay as they are. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
