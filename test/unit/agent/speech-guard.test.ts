import { describe, expect, it } from 'vitest'
import { SpeechGuard } from '../../../src/agent/speech-guard.ts'
import type { Message } from '../../../src/core/message.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

const question = exampleMessage({ id: 'q', from: 'Ben', to: ['Ada'], act: 'ask', text: 'How?', tick: 100 })
const answer = (fields: Partial<Message> = {}) => exampleMessage({ replyTo: 'q', tick: 110, ...fields })
const remark = (text: string, tick: number) => exampleMessage({ text, tick })

describe('SpeechGuard', () => {
  it('lets pass what is new, and an answer that says the same as one that was not sent', () => {
    const guard = new SpeechGuard(8)
    expect(guard.objection(remark('Stone needs a pickaxe.', 1), null)).toBeNull()
    expect(guard.objection(remark('Stone needs a pickaxe.', 1), null)).toBeNull()
    expect(guard.objection(answer(), question)).toBeNull()
  })

  it('ends a conversation after its longest turn', () => {
    const guard = new SpeechGuard(8)
    expect(guard.objection(answer({ turn: 7 }), question)).toBeNull()
    expect(guard.objection(answer({ turn: 8 }), question)).toBe('conversation-too-long')
  })

  it('answers nothing that was asked more than a minute ago', () => {
    const guard = new SpeechGuard(8)
    expect(guard.objection(answer({ tick: 1300 }), question)).toBeNull()
    expect(guard.objection(answer({ tick: 1301 }), question)).toBe('stale')
  })

  it('gives no question back as the answer', () => {
    const guard = new SpeechGuard(8)
    expect(guard.objection(answer({ act: 'ask', text: 'How?' }), question)).toBe('echo')
    expect(guard.objection(answer({ act: 'ask', text: 'How so?' }), question)).toBeNull()
    expect(guard.objection(answer({ act: 'tell', text: 'How?' }), question)).toBeNull()
  })

  it('says the same to the same only once in half a minute', () => {
    const guard = new SpeechGuard(8)
    guard.note(remark('Hello.', 10))
    expect(guard.objection(remark('Hello.', 609), null)).toBe('repeated')
    expect(guard.objection({ ...remark('Hello.', 609), to: ['Cid'] }, null)).toBeNull()
    guard.note(remark('Hello again.', 500))
    expect(guard.objection(remark('Hello.', 610), null)).toBeNull()
    expect(guard.objection(remark('Hello again.', 610), null)).toBe('repeated')
  })

  it('says at most twenty things in ten seconds of its own accord, and as many to each who asks', () => {
    const guard = new SpeechGuard(8)
    for (let count = 0; count < 20; count++) {
      const said = remark(`Remark ${count}.`, 100 + count)
      expect(guard.objection(said, null)).toBeNull()
      guard.note(said)
    }
    expect(guard.objection(remark('One more.', 120), null)).toBe('too-many')
    expect(guard.objection(remark('One more.', 300), null)).toBeNull()
    const answers = Array.from({ length: 20 }, (_, count) => answer({ text: `Answer ${count}.` }))
    for (const one of answers) {
      expect(guard.objection(one, question)).toBeNull()
      guard.note(one)
    }
    expect(guard.objection(answer({ text: 'Another.' }), question)).toBe('too-many')
    const other = { ...question, id: 'r', from: 'Cid' }
    expect(guard.objection(answer({ text: 'Another.', to: ['Cid'], replyTo: 'r' }), other)).toBeNull()
  })
})
