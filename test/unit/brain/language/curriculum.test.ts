import { describe, expect, test } from 'vitest'
import { guessTokens } from '../../../../src/brain/language/model/count-tokens.ts'
import type { ModelResult } from '../../../../src/brain/language/model/language-model.ts'
import { EVERYTHING, warmUp } from '../../../../src/brain/language/prompt/warm-up.ts'
import { LanguageDecomposer } from '../../../../src/brain/language/roles/language-decomposer.ts'
import { LanguageProposer } from '../../../../src/brain/language/roles/language-proposer.ts'
import { LanguageQuestioner } from '../../../../src/brain/language/roles/language-questioner.ts'
import type { ModelRole } from '../../../../src/core/model-call.ts'
import { createKnowledge } from '../../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../../src/mind/innate-knowledge.ts'
import { nameChecks } from '../../../../src/mind/name-checks.ts'
import { examplePercept, exampleTask, exampleView } from '../../../support/examples.ts'
import { QuickModelClock } from '../../../support/quick-model-clock.ts'
import { failed, fakeModel, reply } from './fake-model.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const names = nameChecks('1.21.4')
const cow = { id: 1, kind: 'mob' as const, name: 'cow', position: { x: 1, y: 64, z: 1 }, distance: 2 }
const percept = examplePercept({ entities: [{ ...cow, heldItem: null, activity: null }] })
const aim = { type: 'have', item: 'stone_pickaxe', count: 1 } as const

function playing(role: ModelRole, results: readonly ModelResult[]) {
  const model = fakeModel(results)
  return {
    asked: model.asked,
    play: {
      ...{ agent: 'Ada', role, model, promptTokens: 6000, count: guessTokens },
      ...{ clock: new QuickModelClock(), note: () => {}, signal: new AbortController().signal },
    },
  }
}

function proposer(replies: readonly string[], decompositions: readonly string[] = []) {
  const proposing = playing(
    'propose',
    replies.map((text) => reply(text)),
  )
  const splitting = playing(
    'decompose',
    decompositions.map((text) => reply(text)),
  )
  const decomposer = new LanguageDecomposer(splitting.play, names)
  const questioner = new LanguageQuestioner(null, null)
  const parts = { names, decomposer, questioner, instead: null }
  return {
    propose: new LanguageProposer(proposing.play, parts),
    asked: proposing.asked,
    splits: splitting.asked,
  }
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
    expect(warmUp(0, percept)).toEqual({ entities: false, biome: false, vitals: false, questions: false })
    expect(warmUp(5, percept)).toMatchObject({ entities: true, biome: false })
    expect(warmUp(10, percept)).toMatchObject({ biome: true, vitals: false })
    expect(warmUp(15, percept)).toEqual(EVERYTHING)
    expect(warmUp(0, { ...percept, food: 4 }).vitals).toBe(true)
  })

  test('shows in its prompts what the warm-up allows', async () => {
    const dig = '{"task": "Dig", "goal": "have 3 oak_log"}'
    const { propose, asked } = proposer([dig, dig, dig])
    await propose.propose(exampleView({ percept, knowledge }), null)
    await propose.propose(exampleView({ percept, knowledge, tasks: tasksDone(15) }), null)
    await propose.propose(exampleView({ percept, knowledge }), aim)
    expect(userText(asked, 0)).not.toMatch(/cow|Health|plains/)
    expect(userText(asked, 1)).toMatch(/Others in sight: cow 2/)
    expect(userText(asked, 1)).toMatch(/Health/)
    expect(userText(asked, 2)).toMatch(/Health[\s\S]*cow/)
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

  test('splits a goal that was given up into steps once, and shows those that are left', async () => {
    const steps =
      '{"steps": [{"task": "Logs", "goal": "have 3 oak_log"}, {"task": "All", "goal": "have 1 stone_pickaxe"}]}'
    const { propose, asked, splits } = proposer(Array(2).fill('{"task": "Logs", "goal": "have 3 oak_log"}'), [
      steps,
    ])
    const failure = exampleTask({
      text: 'Obtain 1 stick',
      goal: null,
      status: 'given-up',
      reason: 'No wood.',
    })
    const view = exampleView({ percept, knowledge, tasks: [failure] })
    await propose.propose(view, aim)
    await propose.propose(view, aim)
    expect(splits).toHaveLength(1)
    expect(userText(splits)).toContain('Why it failed: "No wood."')
    expect(userText(asked, 1)).toContain('Steps that were thought of: have 3 oak_log, have 1 stone_pickaxe')
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

describe('questions', () => {
  test('are answered once; one that failed may be asked again', async () => {
    const { play, asked } = playing('answer', [
      failed('server-error'),
      reply('Mine  stone with a pickaxe.'),
      reply('Unknown'),
    ])
    const questioner = new LanguageQuestioner(null, play)
    const view = exampleView({ percept, knowledge })
    expect(await questioner.contextFor(view, 'Obtain 1 cobblestone')).toBe('')
    expect(await questioner.contextFor(view, 'Obtain 1 cobblestone')).toBe('"Mine stone with a pickaxe."')
    expect(await questioner.contextFor(view, 'obtain one cobblestone')).toBe('"Mine stone with a pickaxe."')
    expect(await questioner.contextFor(view, 'Obtain 1 egg')).toBe('')
    expect(await questioner.contextFor(view, 'Obtain 1 egg')).toBe('')
    expect(asked).toHaveLength(3)
  })
})
