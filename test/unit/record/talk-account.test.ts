import { expect, test } from 'vitest'
import { TalkAccount } from '../../../src/record/talk-account.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

test('TalkAccount counts words, bytes, kinds, what was kept back, and guesses about partners', () => {
  const account = new TalkAccount()
  const ask = exampleMessage({ act: 'ask', text: ' How do I  get it? ' })
  const tell = exampleMessage({ id: '2', text: 'Grün.' })
  account.fold({ type: 'message-sent', message: ask })
  account.fold({ type: 'message-sent', message: tell, tokens: 7 })
  for (const reason of ['repeated', 'stale', 'repeated'] as const) {
    account.fold({ type: 'message-withheld', act: 'ask', to: ['Ben'], text: 'x', reason })
  }
  account.fold({ type: 'perspective-taken', partner: 'Ben', lacks: [], misbelieves: [], knowsAlready: 0 })
  account.fold({ type: 'intent-predicted', partner: 'Ben', task: 'x', items: [] })
  for (const hit of [true, false]) {
    account.fold({ type: 'intent-scored', partner: 'Ben', predicted: 'x', actual: 'y', hit })
  }
  expect(account.summary()).toEqual({
    words: 6,
    bytes: Buffer.byteLength(JSON.stringify(ask)) + Buffer.byteLength(JSON.stringify(tell)),
    tokens: 7,
    conversations: 1,
    acts: { ask: 1, tell: 1 },
    withheld: { repeated: 2, stale: 1 },
    perspectives: 1,
    intents: { predicted: 1, scored: 2, right: 1 },
  })
})
