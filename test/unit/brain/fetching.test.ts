import { expect, test } from 'vitest'
import { kindOf } from '../../../src/brain/planner/kind.ts'
import { makePlan } from '../../../src/brain/planner/plan.ts'
import { situationOf } from '../../../src/brain/planner/situation.ts'
import type { Belief } from '../../../src/core/belief.ts'
import { plannerView } from './planner-mind.ts'

const benHasPlanks: Belief = {
  id: 'b1',
  kind: 'partner',
  sentence: 'Ben has 2 oak planks.',
  claim: { type: 'holds', agent: 'Ben', item: 'oak_planks', count: 2 },
  source: { type: 'told', by: 'Ben', message: 'm1', grounds: { basis: 'seen', path: ['Ben'] } },
  tick: 1,
  confidence: 0.9,
  status: 'held',
  evidence: [],
}
const trees = { name: 'oak_log', count: 9, nearest: { x: 2, y: 64, z: 0 }, distance: 2 }

function waysToAPlank(blocks: readonly (typeof trees)[]) {
  const view = plannerView({
    beliefs: [benHasPlanks],
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
