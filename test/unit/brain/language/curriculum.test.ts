import { describe, expect, test } from 'vitest'
import { warmUp } from '../../../../src/brain/language/prompt/warm-up.ts'
import { LanguageDecomposer } from '../../../../src/brain/language/roles/language-decomposer.ts'
import { LanguageProposer } from '../../../../src/brain/language/roles/language-proposer.ts'
import { LanguageQuestioner } from '../../../../src/brain/language/roles/language-questioner.ts'
import { UNKNOWN_BIOME } from '../../../../src/core/percept.ts'
import { createKnowledge } from '../../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../../src/mind/innate-knowledge.ts'
import { nameChecks } from '../../../../src/mind/name-checks.ts'
import { examplePercept, exampleTask, exampleView } from '../../../support/examples.ts'
import { playing, reply } from './fake-model.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const names = nameChecks('1.21.4')
const cow = { id: 1, kind: 'mob' as const, name: 'cow', position: { x: 1, y: 64, z: 1 }, distance: 2 }
const percept = examplePercept({ entities: [{ ...cow, heldItem: null, activity: null }] })
const aim = { type: 'have', item: 'stone_pickaxe', count: 1 } as const

function proposer(replies: readonly string[]) {
  const { play, asked } = playing(
    'propose',
    replies.map((text) => reply(text)),
  )
  const decomposer = new LanguageDecomposer(null, names)
  const questioner = new LanguageQuestioner(null, null, null)
  const parts = { names, decomposer, questioner, instead: null, seed: 'warm' }
  return { propose: new LanguageProposer(play, parts), asked }
}

function userText(asked: ReturnType<typeof proposer>['asked'], index = 0): string {
  return asked[index]?.messages[1]?.text ?? ''
}

function tasksDone(count: number) {
  return Array.from({ length: count }, (_, index) =>
    exampleTask({ id: `t${index}`, text: `Task ${index}`, goal: null, status: 'done' }),
  )
}

describe('the curriculum', () => {
  test('warms up: an open-ended one is shown little at first, hunger always', () => {
    const seeds = Array.from({ length: 100 }, (_, index) => `seed ${index}`)
    const parts = ['inventory', 'entities', 'biome', 'vitals', 'questions'] as const
    const shares = (done: number) =>
      parts.map((part) => seeds.filter((seed) => warmUp(done, percept, seed)[part]).length)
    expect(shares(0)).toEqual([0, 0, 0, 0, 0])
    expect(shares(5).map((share) => share > 60)).toEqual([false, true, false, false, false])
    expect(shares(7).map((share) => share > 60)).toEqual([true, true, false, false, false])
    expect(shares(10).map((share) => share > 60)).toEqual([true, true, true, false, false])
    // From then on each part is shown four times in five.
    for (const share of shares(15)) {
      expect(share).toBeGreaterThan(65)
      expect(share).toBeLessThan(95)
    }
    expect(warmUp(9, percept, 'a')).toEqual(warmUp(9, percept, 'a'))
    expect(warmUp(0, { ...percept, food: 4 }, 'a').vitals).toBe(true)
  })

  test('shows in its prompts what the warm-up allows, and everything to who has an aim', async () => {
    const carrying = { ...percept, inventory: { oak_log: 2, feather: 3 } }
    const dig = '{"task": "Dig", "goal": "have 3 birch_log"}'
    const { propose, asked } = proposer(Array(13).fill(dig))
    await propose.propose(exampleView({ percept: carrying, knowledge }), null)
    expect(userText(asked, 0)).not.toMatch(/cow|Health|plains|feather/)
    expect(userText(asked, 0)).toContain('2 oak_log')
    for (let done = 15; done < 25; done++) {
      await propose.propose(exampleView({ percept: carrying, knowledge, tasks: tasksDone(done) }), null)
    }
    const warm = asked.slice(1).map((_, index) => userText(asked, index + 1))
    for (const part of [/Others in sight: cow 2/, /Health/, /plains/, /3 feather/]) {
      const share = warm.filter((text) => part.test(text)).length
      expect(share).toBeGreaterThan(4)
    }
    expect(warm.some((text) => !text.includes('cow'))).toBe(true)
    await propose.propose(exampleView({ percept: carrying, knowledge }), aim)
    expect(userText(asked, 11)).toMatch(/plains[\s\S]*Health[\s\S]*feather[\s\S]*cow/)
    await propose.propose(exampleView({ percept: { ...carrying, biome: UNKNOWN_BIOME }, knowledge }), aim)
    expect(userText(asked, 12)).toContain('in overworld, day.')
  })

  test('is told what cannot be proposed, and why', async () => {
    const replies = [
      'Let us dig!',
      '{"task": "Get wood", "goal": "have 3 oak_lgo"}',
      '{"task": "Get wood", "goal": "have 3 oak_log"}',
    ]
    const { propose, asked } = proposer(replies)
    const proposed = await propose.propose(exampleView({ percept, knowledge }), aim)
    expect(proposed?.goal).toEqual({ type: 'have', item: 'oak_log', count: 3 })
    expect(asked[1]?.messages.at(-1)?.text).toContain('There is no JSON object in the reply')
    expect(asked[2]?.messages.at(-1)?.text).toContain('Did you mean "oak_log"?')
  })

  test('is shown what documents say about the aim, quoted', async () => {
    const said = (id: string, sentence: string) => ({
      ...{
        id,
        kind: 'task' as const,
        sentence,
        claim: null,
        tick: 0,
        confidence: 0.8,
        status: 'held' as const,
      },
      ...{ evidence: [], source: { type: 'told' as const, by: 'guide.md', message: 'guide.md:3' } },
    })
    const beliefs = [
      said('b1', 'Wolves can be tamed.'),
      said('b2', 'Never dig straight down.'),
      said('b3', 'A stone pickaxe is quick to make.'),
    ]
    const { propose, asked } = proposer(['{"task": "Logs", "goal": "have 3 oak_log"}'])
    await propose.propose(exampleView({ percept, knowledge, beliefs }), aim)
    expect(userText(asked)).toContain('"guide.md" said: "A stone pickaxe is quick to make."')
    expect(userText(asked).match(/guide\.md/g)).toHaveLength(2)
  })
})
