import { expect, test } from 'vitest'
import { isWorthTrying } from '../../../src/brain/planner/planner-proposer.ts'
import type { Belief } from '../../../src/core/belief.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { exampleTask } from '../../support/examples.ts'
import { exampleEvidence } from '../../support/memory-examples.ts'
import { brain, learned, plannerView, written } from './planner-mind.ts'

const goal: Goal = { type: 'have', item: 'stone_pickaxe', count: 1 }
const treesAndStone = [
  { name: 'birch_log', count: 9, nearest: { x: 5, y: 64, z: 0 }, distance: 5 },
  { name: 'stone', count: 90, nearest: { x: 5, y: 60, z: 0 }, distance: 6 },
]

test('propose() begins with the deepest step that no skill exists for', async () => {
  const proposal = await brain.proposer.propose(plannerView({ percept: { blocks: treesAndStone } }), goal)

  expect(proposal?.text).toBe('Obtain 3 logs of one kind')
  expect(proposal?.goal).toMatchObject({ type: 'any-of' })
})

test('propose() leaves out steps that a skill exists for or that are done, and ends with the goal itself', async () => {
  const texts: string[] = []
  const skills = []
  const percept = { blocks: treesAndStone }
  for (let step = 0; step < 10; step++) {
    const view = plannerView({ skills, percept })
    const proposal = await brain.proposer.propose(view, goal)
    if (proposal?.goal == null) break
    texts.push(proposal.text)
    if (proposal.text === 'Obtain 1 stone pickaxe') break
    skills.push(learned(await written(view, proposal.goal)))
  }

  expect(texts).toEqual([
    'Obtain 3 logs of one kind',
    'Obtain 9 planks of one kind',
    'Obtain 1 crafting table',
    'Obtain 4 stick',
    'Obtain 1 wooden pickaxe',
    'Obtain 3 cobblestone',
    'Obtain 1 stone pickaxe',
  ])
})

test('propose() proposes the goal itself when a step cannot be planned', async () => {
  const proposal = await brain.proposer.propose(plannerView({ knowledge: 'novice' }), goal)

  expect(proposal).toEqual({
    purpose: 'It is what the team was started for.',
    text: 'Obtain 1 stone pickaxe',
    goal,
    proposedBy: 'curriculum',
  })
})

test('propose() does not repeat what was given up until something was learned about how the world works', async () => {
  const tasks = [exampleTask({ goal, status: 'given-up', tick: 100 })]
  const place = belief({ type: 'place', what: 'stone', position: { x: 0, y: 0, z: 0 } }, 200)
  const recipe = belief(
    { type: 'recipe', item: 'sponge', makes: 1, ingredients: { kelp: 1 }, table: false },
    200,
  )
  const propose = (beliefs: readonly Belief[]) =>
    brain.proposer.propose(plannerView({ knowledge: 'novice', tasks, beliefs }), goal)

  expect(await propose([place])).toBeNull()
  expect(await propose([place, recipe])).toMatchObject({ goal })
})

test('isWorthTrying() counts as news what was always known and is refuted now, not what bears it out', () => {
  const tasks = [exampleTask({ goal, status: 'given-up', tick: 100 })]
  const innate: Belief = {
    ...belief({ type: 'tool', block: 'stone', tools: [] }, 200),
    source: { type: 'innate' },
  }
  const against = (type: 'seen' | 'inferred') =>
    exampleEvidence({ source: type === 'seen' ? { type } : { type, from: [] }, supports: false })
  const isWorth = (news: Belief) => isWorthTrying(plannerView({ tasks, beliefs: [news] }), goal)

  expect(isWorth(innate)).toBe(false)
  expect(isWorth({ ...innate, status: 'refuted', evidence: [against('seen')] })).toBe(true)
  expect(isWorth({ ...innate, status: 'refuted', evidence: [against('inferred')] })).toBe(false)
})

test('propose() without a goal wants something cheap and useful that was never had', async () => {
  const first = await brain.proposer.propose(plannerView({ percept: { blocks: treesAndStone } }), null)
  const percept = { blocks: treesAndStone, inventory: { birch_log: 3 } }
  const second = await brain.proposer.propose(plannerView({ percept }), null)

  expect(first?.text).toBe('Obtain 1 log of one kind')
  expect(second?.text).toBe('Obtain 1 birch planks')
})

test('propose() takes up the first part of a goal that does not hold', async () => {
  const percept = { inventory: { bread: 2 } }
  const both: Goal = {
    type: 'all-of',
    goals: [
      { type: 'have', item: 'bread', count: 2 },
      { type: 'equipped', item: 'shears' },
    ],
  }
  const view = plannerView({ percept: { ...percept, inventory: { ...percept.inventory, shears: 1 } } })

  expect(await brain.proposer.propose(view, both)).toMatchObject({ text: 'Equip shears' })
})

function belief(claim: NonNullable<Belief['claim']>, tick: number): Belief {
  return {
    id: JSON.stringify(claim),
    kind: 'task',
    sentence: 'learned',
    claim,
    source: { type: 'seen' },
    tick,
    confidence: 1,
    status: 'held',
    evidence: [],
  }
}
