import { describe, expect, it } from 'vitest'
import { consider } from '../../../src/agent/consider.ts'
import { Correspondence } from '../../../src/agent/correspondence.ts'
import { Voice } from '../../../src/agent/voice.ts'
import type { Authored } from '../../../src/core/brain.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { Message } from '../../../src/core/message.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { exampleView } from '../../support/examples.ts'
import { settled } from '../../support/manual-clock.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { PROPOSAL, Team } from '../../support/scripted-team.ts'

const BLOCKED: Authored = {
  type: 'blocked',
  reason: 'Nobody told me where clay comes from.',
  questions: [{ text: 'Where does clay come from?', about: ['clay_ball'] }],
}

describe('an agent that is spoken to', () => {
  it('answers what wants an answer, and neither itself nor what ends an exchange', async () => {
    const team = new Team()
    const reply = { act: 'tell', text: 'Dig clay.', about: ['clay_ball'], claims: [] } as const
    void team.add('Ada', { answer: ({ id }) => ({ ...reply, text: `Answer to ${id}.` }) }).life()
    const { channel } = team.add('Ben', {}).mind
    await settled()
    const acts = ['ask', 'tell', 'thank', 'accept', 'refuse', 'report', 'propose', 'correct'] as const
    for (const act of acts) await channel.send(exampleMessage({ id: act, act, from: 'Ben', to: ['Ada'] }))
    await channel.send(exampleMessage({ id: 'own', act: 'ask', from: 'Ada', to: ['Ada'] }))
    await settled()
    const answered = team.messages('Ada').map(({ replyTo }) => replyTo)
    expect(answered).toEqual(['ask', 'tell', 'report', 'propose', 'correct'])
  })

  it('believes its team, and of others those who may teach', async () => {
    const team = new Team()
    const believed: string[] = []
    const infer = ({ from }: Message) => {
      believed.push(from)
      return []
    }
    const ben = team.add('Ben', { infer })
    const { channel } = ben.mind
    for (const from of ['Eve', 'Steve', 'Ada'])
      await channel.send(exampleMessage({ id: from, from, to: ['Ben'], act: 'thank' }))
    await ben.life({
      players: [
        { name: 'Steve', may: ['talk', 'teach'] },
        { name: 'Eve', may: ['talk'] },
      ],
    })
    expect(believed).toEqual(['Steve', 'Ada'])
  })
})

describe('an agent that asks', () => {
  it('asks all at once where nobody is known to know, and then one after another, in the rounds that it has', async () => {
    const asked = async (communicationRounds: number) => {
      const team = new Team()
      const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [BLOCKED] })
      const limits = { ...ben.mind.limits, communicationRounds }
      const life = ben.life({ teammates: ['Ada', 'Cleo'], limits })
      for (let round = 0; round < 5; round++) {
        await settled()
        await team.clock.pass(limits.answerTicks)
      }
      await life
      return team.messages('Ben').map(({ to }) => to.join())
    }
    expect(await asked(0)).toEqual([])
    expect(await asked(1)).toEqual(['Ada,Cleo'])
    expect(await asked(2)).toEqual(['Ada,Cleo', 'Cleo'])
    // What was said before is not said again.
    expect(await asked(5)).toEqual(['Ada,Cleo', 'Cleo', 'Ada'])
  })

  it('goes on with a conversation that is warm and not too long, and begins a new one after thanks', async () => {
    const team = new Team()
    const voice = new Voice(team.add('Ben', {}).mind)
    const hear = (id: string, fields: Partial<Message>) =>
      voice.correspondence.note(exampleMessage({ id, tick: 0, ...fields }))
    expect(voice.conversationWith('Ada')).toBeNull()
    hear('a', { turn: 7 })
    expect(voice.conversationWith('Ada')).toEqual({ id: 'conversation-1', turn: 8 })
    await team.clock.pass(400)
    expect(voice.conversationWith('Ada')).not.toBeNull()
    await team.clock.pass(1)
    expect(voice.conversationWith('Ada')).toBeNull()
    hear('b', { turn: 8, tick: 401 })
    expect(voice.conversationWith('Ada')).toBeNull()
    hear('c', { turn: 1, tick: 401, act: 'thank' })
    expect(voice.conversationWith('Ada')).toBeNull()
  })

  it('goes by the message at hand alone where it keeps no picture of partners', () => {
    const { mind } = new Team().add('Ben', {}, { faculties: { partnerModel: false } })
    const tool = (...tools: string[]): Claim => ({ type: 'tool', block: 'stone', tools })
    const view = exampleView({ agent: 'Ben', knowledge: createKnowledge([tool('wooden_pickaxe')], []) })
    const heard = exampleMessage({ claims: [tool()] })
    expect(consider(mind, view, 'Ada', heard).perspective?.misbelieves).toMatchObject([{ believed: tool() }])
    expect(consider(mind, view, 'Ada', null).perspective?.misbelieves).toEqual([])
  })
})

it('Correspondence keeps the newest hundred messages with each partner', () => {
  const messages = Array.from({ length: 103 }, (_, tick) => exampleMessage({ id: `${tick}`, tick }))
  const kept = new Correspondence('Ben', [...messages, exampleMessage({ id: 'c', from: 'Cleo', tick: 200 })])
  expect(kept.with('Ada').map(({ tick }) => tick)).toEqual(messages.slice(3).map(({ tick }) => tick))
  expect(kept.messages()).toHaveLength(101)
  expect(kept.partners()).toEqual(['Ada', 'Cleo'])
})
