import { expect, test } from 'vitest'
import { kindOf } from '../../../src/brain/planner/kind.ts'
import { makePlan } from '../../../src/brain/planner/make-plan.ts'
import { situationOf } from '../../../src/brain/planner/situation.ts'
import type { Belief } from '../../../src/core/belief.ts'
import { plannerView } from './planner-mind.ts'

function benHas(count: number, item: string): Belief {
  return {
    id: `ben-${item}`,
    kind: 'partner',
    sentence: `Ben has ${count} ${item}.`,
    claim: { type: 'holds', agent: 'Ben', item, count },
    source: { type: 'told', by: 'Ben', message: 'm1', grounds: { basis: 'seen', path: ['Ben'] } },
    tick: 1,
    confidence: 0.9,
    status: 'held',
    evidence: [],
  }
}
const trees = { name: 'oak_log', count: 9, nearest: { x: 2, y: 64, z: 0 }, distance: 2 }

function waysToAPlank(blocks: readonly (typeof trees)[]) {
  const view = plannerView({
    beliefs: [benHas(2, 'oak_planks')],
    percept: { inventory: { oak_planks: 3 }, blocks: [...blocks] },
  })
  return makePlan(kindOf('oak_planks'), 4, situationOf(view)).steps.map(({ method }) => method?.type)
}

test('who lacks one plank asks for it where no tree is in sight: a whole log would have to be found', () => {
  expect(waysToAPlank([])).toEqual(['fetch'])
})

test('who stands beside a tree cuts it', () => {
  expect(waysToAPlank([trees])).toEqual(['mine', 'craft'])
})

test('who has planks for sticks only has the table brought that a teammate carries', () => {
  const view = plannerView({
    beliefs: [benHas(2, 'oak_planks'), benHas(2, 'gold_ingot'), benHas(1, 'crafting_table')],
    percept: { inventory: { oak_planks: 1, gold_ingot: 1 } },
  })
  const { steps } = makePlan(kindOf('golden_pickaxe'), 1, situationOf(view))
  expect(steps.map(({ method }) => method?.type)).not.toContain('mine')
  expect(steps).toContainEqual(expect.objectContaining({ item: 'crafting_table', method: { type: 'fetch' } }))
})

test('who stands among trees makes a table itself', () => {
  const view = plannerView({
    beliefs: [benHas(1, 'crafting_table')],
    percept: { inventory: { oak_planks: 9, gold_ingot: 3 }, blocks: [trees] },
  })
  const { steps } = makePlan(kindOf('golden_pickaxe'), 1, situationOf(view))
  expect(steps).toContainEqual(
    expect.objectContaining({ item: 'crafting_table', method: expect.objectContaining({ type: 'craft' }) }),
  )
})
