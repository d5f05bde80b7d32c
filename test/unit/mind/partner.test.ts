import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import type { Message } from '../../../src/core/message.ts'
import { type PartnerEvidence, partnerModel } from '../../../src/mind/partner.ts'
import { examplePercept } from '../../support/examples.ts'
import { exampleBelief, exampleMessage } from '../../support/memory-examples.ts'

const modelAt = (tick: number, evidence: Partial<PartnerEvidence>) =>
  partnerModel('Ben', {
    ...{ me: 'Ada', tick, percept: examplePercept(), beliefs: [], messages: [], patience: 200 },
    ...evidence,
  })
const believed = (claim: Claim, tick: number) =>
  exampleBelief({ id: `${tick}`, claim, tick, confidence: 0.8 })
const saying = (fields: Partial<Message>) => exampleMessage({ about: [], ...fields })
const fromBen = (fields: Partial<Message>) => saying({ from: 'Ben', to: ['Ada'], ...fields })

describe('partnerModel()', () => {
  it('goes by the newest of what is held about what the partner does and where it is, and by it less as time passes', () => {
    const beliefs = [
      believed({ type: 'doing', agent: 'Ben', task: 'Dig' }, 100),
      { ...believed({ type: 'doing', agent: 'Ben', task: 'Swim' }, 150), status: 'refuted' as const },
      believed({ type: 'doing', agent: 'Ben', task: 'Rest' }, 50),
      believed({ type: 'doing', agent: 'Cid', task: 'Fish' }, 160),
      believed({ type: 'at', agent: 'Ben', position: { x: 1, y: 2, z: 3 } }, 100),
      believed({ type: 'holds', agent: 'Ben', item: 'stick', count: 4 }, 100),
    ]
    const { doing, place, holds } = modelAt(1300, { beliefs })
    expect(doing).toEqual({ value: 'Dig', tick: 100, confidence: 0.4 })
    expect(place?.confidence).toBeCloseTo(0.8 * 0.5 ** 6)
    expect(holds.stick).toMatchObject({ value: 4, confidence: expect.closeTo(0.8 * 0.5 ** 0.5) })
  })

  it('takes as known what the partner was told or set right about, until it shows that it does not know', () => {
    const lacks: Claim = { type: 'knows', agent: 'Ben', topic: 'bread', knows: false }
    const told = (act: Message['act'], tick: number) => saying({ act, about: ['bread'], tick })
    const knows = (lackedAt: number, ...messages: Message[]) =>
      modelAt(300, { beliefs: [believed(lacks, lackedAt)], messages }).knows.bread?.value
    expect(knows(100)).toBe(false)
    expect(knows(100, told('tell', 200))).toBe(true)
    expect(knows(100, told('correct', 200))).toBe(true)
    expect(knows(250, told('tell', 200))).toBe(false)
    expect(knows(100, told('ask', 200))).toBe(false)
    expect(knows(100, { ...told('tell', 200), to: ['Cid'] })).toBe(false)
    expect(knows(100, fromBen({ act: 'tell', about: ['bread'], tick: 200 }))).toBe(false)
  })

  it('takes a partner that did not know to have found out by and by, and what it knew for known', () => {
    const sure = (knows: boolean, tick: number) => {
      const claim: Claim = { type: 'knows', agent: 'Ben', topic: 'bread', knows }
      return modelAt(tick, { beliefs: [believed(claim, 100)] }).knows.bread?.confidence
    }
    expect([sure(false, 100), sure(false, 6100)]).toEqual([0.8, 0.4])
    expect(sure(true, 6100)).toBe(0.8)
  })

  it('expects less of a partner with each silence, and more with each answer', () => {
    const asked = (id: string, tick: number, to = ['Ben']) => saying({ id, act: 'ask', to, tick })
    const expectation = (tick: number, ...messages: Message[]) =>
      modelAt(tick, { messages }).answering.expectation
    expect(expectation(100)).toBe(1)
    expect(expectation(299, asked('a', 100))).toBe(1)
    expect(expectation(300, asked('a', 100))).toBe(1 / 2)
    expect(expectation(7000, asked('a', 100))).toBe(1 / 1.5)
    expect(expectation(300, asked('a', 100, ['Cid', 'Ben']))).toBe(1)
    const answer = fromBen({ id: 'b', replyTo: 'a', tick: 150 })
    expect(modelAt(900, { messages: [asked('a', 100), answer, asked('c', 500)] })).toMatchObject({
      answering: { asked: 2, answered: 1, silent: 1, expectation: 2 / 3 },
      lastHeard: 150,
    })
  })

  it('says what the partner holds true: vouched for, gone by, or told and not contradicted, the newest of each subject', () => {
    const tool = (...tools: string[]): Claim => ({ type: 'tool', block: 'stone', tools })
    const fuel: Claim = { type: 'fuel', item: 'coal', smelts: 8 }
    const holds: Claim = { type: 'holds', agent: 'Ben', item: 'stick', count: 1 }
    const messages = [
      fromBen({ claims: [tool(), holds], tick: 1, grounds: [{ basis: 'seen', path: ['Ben'] }] }),
      fromBen({ assumptions: [fuel], tick: 2 }),
    ]
    expect(modelAt(9, { messages }).believes).toEqual([
      { claim: tool(), tick: 1, because: 'vouched', basis: 'seen' },
      { claim: fuel, tick: 2, because: 'assumed', basis: 'unknown' },
    ])
    const told = saying({ claims: [tool('wooden_pickaxe')], tick: 3 })
    expect(modelAt(9, { messages: [...messages, told] }).believes).toEqual([
      { claim: fuel, tick: 2, because: 'assumed', basis: 'unknown' },
      { claim: tool('wooden_pickaxe'), tick: 3, because: 'told', basis: 'unknown' },
    ])
  })
})

describe('what a partner is thought to believe about the agent', () => {
  it('is what the agent showed by asking and telling, and what was said of it', () => {
    const doing: Claim = { type: 'doing', agent: 'Ada', task: 'Bake' }
    const messages = [
      saying({ act: 'ask', about: ['bread'], claims: [doing], tick: 100 }),
      saying({ act: 'tell', about: ['stone'], tick: 110 }),
      fromBen({ claims: [{ type: 'needs', agent: 'Ada', item: 'wheat', count: 3 }], tick: 120 }),
      fromBen({ claims: [{ type: 'needs', agent: 'Cid', item: 'coal', count: 3 }], tick: 120 }),
    ]
    const { aboutMe } = modelAt(1300, { messages })
    expect(aboutMe.doing).toEqual({ value: 'Bake', tick: 100, confidence: 0.5 })
    expect(aboutMe.knows).toMatchObject({ bread: { value: false }, stone: { value: true } })
    expect(Object.keys(aboutMe.needs)).toEqual(['wheat'])
    expect(aboutMe.place).toBeNull()
  })

  it('is what it sees from near: where the agent is and what it holds', () => {
    const ben = { id: 1, kind: 'player' as const, name: 'Ben', position: { x: 9, y: 64, z: 0 }, distance: 9 }
    const equipment = { ...examplePercept().equipment, hand: 'bread' }
    const seenAt = (distance: number) => {
      const entities = [{ ...ben, distance, heldItem: null, activity: null }]
      return modelAt(9, { percept: examplePercept({ entities, equipment }) }).aboutMe
    }
    expect(seenAt(9)).toMatchObject({ holds: { bread: { value: 1 } }, place: { confidence: 1 } })
    expect(seenAt(60)).toMatchObject({ holds: {}, place: null })
    const said = saying({ claims: [{ type: 'holds', agent: 'Ada', item: 'bread', count: 5 }], tick: 8 })
    const entities = [{ ...ben, heldItem: null, activity: null }]
    const percept = examplePercept({ entities, equipment })
    expect(modelAt(9, { percept, messages: [said] }).aboutMe.holds.bread?.value).toBe(5)
  })
})
