import { describe, expect, test } from 'vitest'
import { AnswerCache } from '../../../../src/brain/language/roles/answer-cache.ts'
import { LanguageQuestioner } from '../../../../src/brain/language/roles/language-questioner.ts'
import type { Embedder } from '../../../../src/core/embedder.ts'
import { createKnowledge } from '../../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../../src/mind/innate-knowledge.ts'
import { examplePercept, exampleTask, exampleView } from '../../../support/examples.ts'
import { failed, playing, reply } from './fake-model.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const view = exampleView({ percept: examplePercept(), knowledge })

/** An embedder to which all texts are as alike as it is told. */
function embedderWith(cosine: number): Embedder & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    model: 'fixed',
    asked,
    embed: async (texts) =>
      texts.map((text) => {
        const first = asked.length === 0
        asked.push(text)
        return Float32Array.from(first ? [1, 0] : [cosine, Math.sqrt(1 - cosine ** 2)])
      }),
    close: async () => {},
  }
}

describe('questions', () => {
  test('are answered once; one that failed may be asked again', async () => {
    const { play, asked } = playing('answer', [
      failed('server-error'),
      reply('Mine  stone with a pickaxe.'),
      reply('Unknown'),
    ])
    const questioner = new LanguageQuestioner(null, play, null)
    expect(await questioner.contextFor(view, 'Obtain 1 cobblestone')).toBe('')
    expect(await questioner.contextFor(view, 'Obtain 1 cobblestone')).toBe('"Mine stone with a pickaxe."')
    expect(await questioner.contextFor(view, 'obtain one cobblestone')).toBe('"Mine stone with a pickaxe."')
    expect(await questioner.contextFor(view, 'Obtain 1 egg')).toBe('')
    expect(await questioner.contextFor(view, 'Obtain 1 egg')).toBe('')
    expect(asked).toHaveLength(3)
  })

  test('that a resumed run has paid for are known, also which were thought of last', async () => {
    const ask = reply('{"questions": [{"question": "What do cows drop?", "about": "cow"}]}')
    const before = { question: playing('question', [ask]), answer: playing('answer', [reply('Beef.')]) }
    const done = exampleView({ ...view, tasks: [exampleTask({ text: 'Dig', goal: null, status: 'done' })] })
    const known = ['"What do cows drop?": "Beef."']
    expect(await new LanguageQuestioner(before.question.play, before.answer.play, null).learn(done)).toEqual(
      known,
    )
    const earlier = {
      question: [{ messages: before.question.asked[0]?.messages ?? [], text: ask.text }],
      answer: [{ messages: before.answer.asked[0]?.messages ?? [], text: 'Beef.' }],
    }
    const after = {
      question: playing('question', [], earlier.question),
      answer: playing('answer', [], earlier.answer),
    }
    expect(await new LanguageQuestioner(after.question.play, after.answer.play, null).learn(done)).toEqual(
      known,
    )
    expect([...after.question.asked, ...after.answer.asked]).toEqual([])
  })
})

describe('AnswerCache', () => {
  const answer = { question: 'What is a stone pickaxe good for?', text: 'Iron ore.' }

  test.each([
    'What are the benefits of having a stone pickaxe?',
    'How useful is a stone_pickaxe?',
    'What can stone pickaxes be used for?',
  ])('knows %s by its meaning', async (question) => {
    const cache = new AnswerCache(embedderWith(0.9))
    cache.add(answer)
    expect(await cache.find(question)).toEqual(answer)
  })

  test.each([
    'What is a wooden pickaxe good for?',
    'How do I make a stone pickaxe?',
    'Where is stone found?',
  ])('is not misled by vectors that are alike: %s', async (question) => {
    const embedder = embedderWith(0.99)
    const cache = new AnswerCache(embedder)
    cache.add(answer)
    expect(await cache.find(question)).toBeNull()
    expect(embedder.asked).toEqual([])
  })

  test('does not take what means something else, and makes do with words where the embedder fails', async () => {
    const far = new AnswerCache(embedderWith(0.5))
    far.add(answer)
    expect(await far.find('What use is a stone pickaxe?')).toBeNull()
    const broken = { ...embedderWith(1), embed: () => Promise.reject(new Error('It is broken.')) }
    const cache = new AnswerCache(broken)
    cache.add(answer)
    expect(await cache.find('What use is a stone pickaxe?')).toBeNull()
    expect(await cache.find('what is the stone pickaxe good for')).toEqual(answer)
  })

  test('asks the embedder for each text once', async () => {
    const embedder = embedderWith(0.9)
    const cache = new AnswerCache(embedder)
    cache.add(answer)
    await cache.find('What use is a stone pickaxe?')
    await cache.find('What use is a stone pickaxe?')
    expect(embedder.asked).toHaveLength(2)
  })
})
