import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Message } from '../../../src/core/message.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { predictIntent } from '../../../src/mind/predict-intent.ts'
import { examplePercept } from '../../support/examples.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

const recipe = (item: string, ingredients: Record<string, number>): Claim => {
  return { type: 'recipe', item, makes: 1, ingredients, table: false }
}

const BOOK: readonly Claim[] = [
  recipe('oak_planks', { oak_log: 1 }),
  recipe('birch_planks', { birch_log: 1 }),
  recipe('stick', { oak_planks: 2 }),
  recipe('stick', { birch_planks: 2 }),
  recipe('wooden_pickaxe', { oak_planks: 3, stick: 2 }),
  recipe('stone_pickaxe', { cobblestone: 3, stick: 2 }),
  { type: 'drop', block: 'stone', items: ['cobblestone'] },
  { type: 'tool', block: 'stone', tools: ['wooden_pickaxe', 'stone_pickaxe'] },
  { type: 'drop', block: 'oak_log', items: ['oak_log'] },
]
const GOAL: Goal = { type: 'have', item: 'stone_pickaxe', count: 1 }

function predict(
  about: readonly Claim[],
  goal: Goal | null = GOAL,
  book: readonly Claim[] = BOOK,
  believedAt = 90,
) {
  const beliefs = about.map((claim, index) =>
    exampleBelief({ id: `b${index}`, kind: 'partner', claim, tick: believedAt }),
  )
  const messages: readonly Message[] = []
  const evidence = { me: 'Ada', tick: 100, percept: examplePercept(), beliefs, messages, patience: 200 }
  const knowledge = createKnowledge(book, [], 100)
  return predictIntent(partnerModel('Ben', evidence), {
    knowledge,
    goal,
    sees: new Set(['birch_log']),
    tick: 100,
  })
}

const holds = (item: string): Claim => ({ type: 'holds', agent: 'Ben', item, count: 3 })

describe('predictIntent()', () => {
  test('begins at the beginning for a partner with empty hands: wood, for the tool that stone needs', () => {
    expect(predict([])).toMatchObject({ items: ['oak_log'], tick: 100 })
  })

  test('goes on from what the partner is thought to have', () => {
    expect(predict([holds('wooden_pickaxe')])?.items).toEqual(['cobblestone', 'stone'])
    expect(predict([holds('wooden_pickaxe'), holds('cobblestone')])?.items).toEqual(['oak_log', 'birch_log'])
    expect(predict([holds('cobblestone'), holds('stick')])?.items).toEqual(['stone_pickaxe'])
  })

  test('counts on nothing that the partner has used up, or had long ago', () => {
    expect(predict([{ ...holds('wooden_pickaxe'), count: 0 } as Claim])?.items).toEqual(['oak_log'])
    expect(predict([holds('wooden_pickaxe')], GOAL, BOOK, 100 - 5 * 2400)?.items).toEqual(['oak_log'])
  })

  test('names what is in sight where several things would do', () => {
    expect(predict([holds('wooden_pickaxe'), holds('cobblestone')])?.task).toBe('Obtain birch log')
  })

  test('follows what the partner says that it is about, rather than the goal of the team', () => {
    const doing: Claim = { type: 'doing', agent: 'Ben', task: 'Obtain 1 wooden pickaxe' }
    expect(predict([doing, holds('oak_planks')])?.items).toEqual(['stick', 'birch_log'])
    expect(predict([doing], null)?.items).toEqual(['oak_log'])
  })

  test('guesses no further than the agent knows itself, and nothing where there is nothing to go by', () => {
    expect(predict([], GOAL, [])?.items).toEqual(['stone_pickaxe'])
    expect(predict([], null)).toBeNull()
    expect(predict([holds('stone_pickaxe')])).toBeNull()
  })

  test('ends where recipes go round in circles', () => {
    const circle = [recipe('a', { b: 1 }), recipe('b', { a: 1 })]
    expect(predict([], { type: 'have', item: 'a', count: 1 }, circle)).not.toBeNull()
  })
})
