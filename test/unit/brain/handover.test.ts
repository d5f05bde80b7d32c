import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../../src/core/attempt.ts'
import type { Belief } from '../../../src/core/belief.ts'
import type { Claim, ContainsClaim, PromiseClaim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Message } from '../../../src/core/message.ts'
import type { FailureCode } from '../../../src/core/primitive-result.ts'
import { exampleAttempt, exampleOutcome } from '../../support/examples.ts'
import { author, brain, plannerView, TRUTH, written } from './planner-mind.ts'

const meeting = { x: 30, y: 64, z: 0 }
const store = { x: 34, y: 64, z: 2 }
const gift: Goal = { type: 'given', to: 'Ben', item: 'saddle', count: 1, at: meeting }
const chest: Claim = { type: 'place', what: 'chest', position: store }
const farChest: Claim = { type: 'place', what: 'chest', position: { x: 4, y: 64, z: 0 } }

function held(claim: Claim, tick = 0): Belief {
  return {
    ...{ id: `b-${JSON.stringify(claim)}`, kind: 'partner', sentence: claimSentence(claim), claim, tick },
    ...{ source: { type: 'seen' }, confidence: 0.9, status: 'held', evidence: [] },
  }
}

function promise(fields: Partial<PromiseClaim>): PromiseClaim {
  return {
    ...{ type: 'promise', agent: 'Ada', to: 'Ben', item: 'saddle', count: 1, place: meeting },
    ...{ until: 900, by: 'hand', state: 'open', ...fields },
  }
}

/** Ada, who knows where the chests are and has the things. */
function giver(places: readonly Claim[], inventory: Record<string, number>, beliefs: readonly Belief[] = []) {
  return plannerView({
    claims: [...TRUTH, ...places],
    percept: { tick: 100, inventory: { saddle: 1, ...inventory } },
    beliefs,
  })
}

function failed(name: string, argument: string | typeof store, code: FailureCode): Attempt {
  const result = { ok: false as const, code, message: 'It did not work.' }
  const entry = { type: 'act' as const, tick: 5, name, arguments: [argument], result }
  return exampleAttempt({
    outcome: { ...exampleOutcome(), status: 'threw', trace: [entry] },
    verdict: { success: false, critique: 'It did not work.', by: 'goal' },
  })
}

describe('a gift', () => {
  test('is handed over in person as long as nothing speaks against it', async () => {
    const { draft, arguments: values } = await written(giver([chest], {}), gift)
    expect(draft.source).toContain('giveItem(bot, player, { saddle: count }, position')
    expect(values).toEqual(['Ben', 1, meeting])
  })

  test.each(['not-found', 'no-path', 'no-space', 'timed-out'] as const)(
    'goes into the chest nearest to the meeting place when that failed with %s',
    async (code) => {
      const view = giver([farChest, chest], {})
      const {
        draft,
        arguments: values,
        dependsOn,
      } = await written(view, gift, [failed('giveItem', 'Ben', code)])

      expect(draft.source).toContain("layInChest(bot, player, 'saddle', count, position)")
      expect(draft.postcondition).toMatchObject({ type: 'given', by: 'chest' })
      expect(values).toEqual(['Ben', 1, store])
      expect(dependsOn).toEqual(expect.arrayContaining(['place:34,64,2', 'promise:Ada:Ben:saddle']))
    },
  )

  test('is handed over in person when it was the giver itself that lacked it', async () => {
    const attempts = [failed('giveItem', 'Ben', 'missing-ingredient')]
    expect((await written(giver([chest], {}), gift, attempts)).draft.source).toContain('giveItem')
  })

  test('goes into a chest at once for whom one has missed lately', async () => {
    const missed = held(promise({ item: 'stick', state: 'broken' }), 50)
    expect((await written(giver([chest], {}, [missed]), gift)).draft.source).toContain('layInChest')
  })

  test('goes into another chest when the first one cannot be used', async () => {
    const attempts = [failed('giveItem', 'Ben', 'no-path'), failed('depositItemIntoChest', store, 'no-space')]
    const { arguments: values } = await written(giver([farChest, chest], {}), gift, attempts)
    expect(values).toEqual(['Ben', 1, { x: 4, y: 64, z: 0 }])
  })

  test('goes into a chest that is made where none is known', async () => {
    const view = giver([], { oak_planks: 8, crafting_table: 1 })
    const { draft, arguments: values } = await written(view, gift, [failed('giveItem', 'Ben', 'no-path')])

    expect(draft.source).toContain("craftItem(bot, 'chest'")
    expect(draft.source.indexOf('obtainChest(bot, 1)')).toBeLessThan(draft.source.indexOf('layInChest'))
    expect(values).toEqual(['Ben', 1, meeting])
  })

  test('is given up, with the reason, where no chest is known and none can be made', async () => {
    const view = plannerView({ claims: [], percept: { inventory: { saddle: 1 } } })
    expect(await author(view, gift, [failed('giveItem', 'Ben', 'no-path')])).toEqual({
      type: 'blocked',
      reason: 'Ben cannot be met, no chest is known near by, and none can be made with little effort.',
      questions: [],
    })
  })

  test('asks how a chest is made when it was asked for one', async () => {
    const view = plannerView({ claims: [], percept: { inventory: { saddle: 1 } } })
    expect(await author(view, { ...gift, by: 'chest' })).toMatchObject({
      type: 'blocked',
      questions: [{ about: ['chest'] }],
    })
  })
})

describe('what lies in a chest for somebody', () => {
  const contents: ContainsClaim = { type: 'contains', position: store, item: 'saddle', count: 1 }
  const waiting = (to: string) =>
    held(promise({ agent: 'Ben', to, by: 'chest', state: 'laid', place: store, until: 900 }))
  const wanting = (beliefs: readonly Belief[], tick = 100) =>
    plannerView({ claims: [contents], percept: { tick }, beliefs })
  const having: Goal = { type: 'have', item: 'saddle', count: 1 }

  test('is fetched by whom it is for, rather than asked for again', async () => {
    const far: ContainsClaim = { ...contents, position: { x: 900, y: 64, z: 0 }, item: 'iron_ingot' }
    const benHas = held({ type: 'holds', agent: 'Ben', item: 'iron_ingot', count: 5 })
    const { position: place, item } = far
    const laid = held(promise({ agent: 'Ben', to: 'Ada', by: 'chest', state: 'laid', item, place }))
    const ingot: Goal = { type: 'have', item, count: 1 }
    const view = (beliefs: readonly Belief[]) => plannerView({ claims: [...TRUTH, far], beliefs })

    expect((await written(view([benHas, laid]), ingot)).draft.source).toContain(
      'getItemFromChest(bot, new Vec3(900, 64, 0)',
    )
    expect(await author(view([benHas]), ingot)).toMatchObject({ questions: [{ wants: { iron_ingot: 1 } }] })
  })

  test('is left there by others while it waits, and taken when nobody waits any more', async () => {
    expect(await author(wanting([waiting('Cid')]), having)).toMatchObject({ type: 'blocked' })
    expect((await written(wanting([waiting('Cid')], 901), having)).draft.source).toContain('getItemFromChest')
  })

  test('is no chest to tell others of, but to tell whom it is for', async () => {
    const answer = (beliefs: readonly Belief[]) => brain.converser.answer(wanting(beliefs), asking('Ben'))
    expect(await answer([waiting('Cid')])).toMatchObject({ act: 'refuse' })
    expect((await answer([waiting('Ben')]))?.claims).toContainEqual(contents)
  })
})

test('who is asked to put something into a chest promises that, and the other looks there until it is late', async () => {
  const asked = { ...asking('Ben'), attachment: { ...asking('Ben').attachment, by: 'chest' as const } }
  const reply = await brain.converser.answer(giver([chest], {}), asked)
  expect(reply).toMatchObject({
    act: 'accept',
    text: 'Ben, I will put 1 saddle into the chest at (34, 64, 2) for you.',
    attachment: { type: 'handover', by: 'chest', place: store, items: { saddle: 1 } },
  })
  const promised = held(promise({ agent: 'Ben', to: 'Ada', by: 'chest', place: store }))
  const view = plannerView({ claims: [], percept: { tick: 100 }, beliefs: [promised] })
  const { source } = (await written(view, { type: 'have', item: 'saddle', count: 1 })).draft
  expect(source).toContain('bot.waitForTicks(100)')
  expect(source).toContain('getItemFromChest(bot, new Vec3(34, 64, 2)')
})

function asking(from: string): Message & { readonly attachment: object } {
  return {
    ...{ id: 'm1', conversation: 'm1', turn: 0, from, to: ['Ada'], reach: 'name', act: 'ask' },
    ...{ text: 'Can you give me 1 saddle?', about: [], claims: [], grounds: [], assumptions: [] },
    ...{ replyTo: null, tick: 100 },
    attachment: { type: 'item-request', items: { saddle: 1 }, place: meeting, until: 900 },
  } as Message & { readonly attachment: object }
}
