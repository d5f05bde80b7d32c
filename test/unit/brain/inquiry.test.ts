import { describe, expect, it } from 'vitest'
import { inquiredWith, nextInquiry } from '../../../src/brain/planner/inquiry.ts'
import { suggestFor } from '../../../src/brain/planner/suggest.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { examplePerspective, exampleTask } from '../../support/examples.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { brain, plannerView } from './planner-mind.ts'

const asked = exampleTask({ id: 'q', goal: null, asks: 'What else?', status: 'done', tick: 0 })
const made = exampleTask({
  id: 'm',
  goal: { type: 'have', item: 'stick', count: 1 },
  status: 'done',
  attempts: 1,
})
const beginner = (fields: Parameters<typeof plannerView>[0] = {}) =>
  plannerView({ knowledge: 'novice', percept: { inventory: { oak_log: 1, oak_planks: 3 } }, ...fields })

describe('nextInquiry()', () => {
  it('asks what else there is, naming what it knows how to get', () => {
    expect(nextInquiry(beginner())).toMatchObject({ goal: null, asks: expect.stringContaining('oak planks') })
  })

  it('asks nobody, and nothing as long as it never had anything', () => {
    expect(nextInquiry({ ...beginner(), teammates: [] })).toBeNull()
    expect(nextInquiry({ ...beginner(), isMute: true })).toBeNull()
    expect(nextInquiry(plannerView({ knowledge: 'novice', percept: { inventory: {} } }))).toBeNull()
  })

  it('asks again once something was tried since', () => {
    expect(nextInquiry(beginner({ tasks: [asked] }))).toBeNull()
    expect(nextInquiry(beginner({ tasks: [asked, made] }))).not.toBeNull()
  })

  it('asks in vain again only after a while, and with something new in hand', () => {
    const inVain = { ...asked, status: 'given-up' as const }
    expect(nextInquiry(beginner({ tasks: [inVain, made] }))).toBeNull()
    const later = { inventory: { oak_log: 1 }, tick: 6000 }
    expect(nextInquiry(beginner({ tasks: [inVain], percept: later }))).toBeNull()
    const failed = { ...made, status: 'given-up' as const }
    expect(nextInquiry(beginner({ tasks: [inVain, failed], percept: later }))).toBeNull()
    expect(nextInquiry(beginner({ tasks: [inVain, made], percept: later }))).not.toBeNull()
  })
})

describe('suggestFor()', () => {
  const expert = { ...plannerView(), perspective: examplePerspective() }
  const items = (suggested: ReturnType<typeof suggestFor>) =>
    suggested.flatMap(({ claims }) => claims.flatMap((claim) => ('item' in claim ? claim.item : [])))

  it('names things one step from what the partner can get, of new sorts first', () => {
    const suggested = items(suggestFor(expert, 'Ben', ['oak_log', 'oak_planks', 'stick', 'crafting_table']))
    expect(suggested).toContain('wooden_pickaxe')
    expect(suggested).toContain('chest')
    expect(suggested).not.toContain('stick')
    expect(suggested).not.toContain('iron_pickaxe')
    const sorts = suggested.map((item) => item.split('_').at(-1))
    expect(new Set(sorts.slice(0, 6)).size).toBe(6)
  })

  it('tells of ores once the partner has a tool for them, and of smelting what it can get', () => {
    expect(items(suggestFor(expert, 'Ben', ['stick', 'raw_iron']))).toContain('iron_ingot')
    const claims = suggestFor(expert, 'Ben', ['wooden_pickaxe']).flatMap((one) => one.claims)
    expect(claims).toContainEqual(expect.objectContaining({ type: 'depth', block: 'coal_ore' }))
    expect(claims).not.toContainEqual(expect.objectContaining({ block: 'diamond_ore' }))
  })

  it('leaves out what it told that partner before, as far as it keeps a picture of it', () => {
    const first = suggestFor(expert, 'Ben', ['oak_planks'])
    const claims = first.flatMap((one) => one.claims)
    const told = exampleMessage({ claims: [...claims] })
    const evidence = { me: 'Ada', tick: 2, percept: expert.percept, beliefs: [], patience: 200 }
    const partners = [partnerModel('Ben', { ...evidence, messages: [told] })]
    const second = suggestFor({ ...expert, partners }, 'Ben', ['oak_planks'])
    expect(items(second).filter((item) => items(first).includes(item))).toEqual([])
    expect(items(suggestFor(expert, 'Ben', ['oak_planks']))).toEqual(items(first))
  })

  it('tells no more than can be taken in: of many things the best, of many ways the first', () => {
    const planks = ['oak', 'birch', 'spruce', 'jungle', 'acacia', 'cherry'].map((wood) => `${wood}_planks`)
    const suggested = suggestFor(expert, 'Ben', [...planks, 'stick', 'cobblestone'])
    expect(suggested).toHaveLength(14)
    const chest = suggestFor(expert, 'Ben', planks).find((one) => items([one]).includes('chest'))
    expect(chest?.claims).toHaveLength(4)
  })

  it('goes by what the speaker had itself where it does not take the other side', () => {
    const selfish = plannerView({ percept: { inventory: { gold_ingot: 1 } } })
    expect(items(suggestFor(selfish, 'Ben', ['oak_planks']))).not.toContain('oak_slab')
  })
})

it('a question what else there is says what its sender can get, and is answered by a teammate', async () => {
  const task = exampleTask({ goal: null, asks: 'What else can I make?' })
  const words = await brain.converser.ask(beginner(), 'Ben', task, [{ text: 'What else?', about: [] }])
  const question = exampleMessage({ act: words.act, about: [...words.about], claims: [...words.claims] })
  expect(inquiredWith(question)).toEqual(['oak_log', 'oak_planks'])
  expect(inquiredWith({ ...question, act: 'tell' })).toBeNull()
  expect(inquiredWith({ ...question, about: ['chest'] })).toBeNull()
  expect(inquiredWith({ ...question, from: 'Cid' })).toBeNull()
  const claims = question.claims.map((claim) => (claim.type === 'knows' ? { ...claim, knows: false } : claim))
  expect(inquiredWith({ ...question, claims })).toBeNull()
  const request = {
    type: 'item-request' as const,
    items: { stick: 1 },
    place: { x: 0, y: 64, z: 0 },
    until: 9,
  }
  expect(inquiredWith({ ...question, attachment: request })).toBeNull()
  const answer = await brain.converser.answer(
    { ...plannerView(), agent: 'Ben', teammates: ['Ada'] },
    question,
  )
  expect(answer).toMatchObject({ act: 'refuse' })
  const knowing = {
    ...plannerView({ percept: { inventory: { oak_planks: 1 } } }),
    agent: 'Ben',
    teammates: ['Ada'],
  }
  expect(await brain.converser.answer(knowing, question)).toMatchObject({ act: 'tell' })
})
