import { expect, test } from 'vitest'
import { explain } from '../../../src/brain/planner/explain.ts'
import type { ContainsClaim } from '../../../src/core/claim.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { exampleAttempt, exampleOutcome } from '../../support/examples.ts'
import { author, brain, learned, plannerView, TRUTH, written } from './planner-mind.ts'

const chest = (item: string, count: number, x = 10): ContainsClaim => ({
  type: 'contains',
  position: { x, y: 64, z: -3 },
  item,
  count,
})
const having = (item: string, count: number): Goal => ({ type: 'have', item, count })
const viewWith = (...stores: readonly ContainsClaim[]) => plannerView({ claims: [...TRUTH, ...stores] })

test('author() takes out of a chest what is dearer to make, says what it counts on, and makes what is not in it', async () => {
  const { draft, dependsOn, countsOn } = await written(
    viewWith(chest('iron_ingot', 3)),
    having('iron_pickaxe', 1),
  )

  expect(draft.source).toContain('getItemFromChest(bot, new Vec3(10, 64, -3), { iron_ingot: wanted })')
  expect(draft.source).not.toContain('smeltItem')
  expect(dependsOn).toContain('contains:10,64,-3:iron_ingot')
  expect(countsOn).toContain('contains:10,64,-3:iron_ingot')
})

test('author() takes as many as are believed to be there, the nearest first', async () => {
  const view = viewWith(chest('iron_ingot', 2, -100), chest('iron_ingot', 1))
  const { source } = (await written(view, having('iron_ingot', 5))).draft

  expect(source).toMatch(/let \w+ = 1\n[\s\S]*let \w+ = 2\n/)
  expect(source.indexOf('new Vec3(10')).toBeLessThan(source.indexOf('new Vec3(-100'))
  expect(source).toContain('smeltItem')
})

test('author() leaves a chest alone where making the thing is cheaper, and where nothing is in it', async () => {
  for (const store of [chest('stick', 4, 900), chest('stick', 0)]) {
    const view = plannerView({ claims: [...TRUTH, store], percept: { inventory: { oak_planks: 8 } } })
    expect((await written(view, having('stick', 4))).draft.source).not.toContain('getItemFromChest')
  }
})

test('author() gets out of a chest what it knows no other way to', async () => {
  const view = plannerView({ claims: [chest('saddle', 1)] })

  expect((await written(view, having('saddle', 1))).draft.source).toContain('getItemFromChest')
  expect(await author(view, having('saddle', 2))).toMatchObject({ type: 'blocked' })
})

test('author() goes to the chest rather than call a skill that makes the thing', async () => {
  const skill = learned(await written(plannerView(), having('iron_ingot', 1)))
  const view = plannerView({ claims: [...TRUTH, chest('iron_ingot', 3)], skills: [skill] })

  expect((await written(view, having('iron_ingot', 2))).reused).toBeNull()
  expect((await written(plannerView({ skills: [skill] }), having('iron_ingot', 2))).reused).not.toBeNull()
})

test('author() finds another way when the chest cannot be got at, and takes what is left where there was too little', async () => {
  const second = await afterFailure('no-path', chest('iron_ingot', 3))
  expect(second.draft.source).not.toContain('getItemFromChest')
  // What was not there is learned as such.
  const third = await afterFailure('not-found', chest('iron_ingot', 1))
  expect(third.draft.source).toContain('getItemFromChest')
})

/** What is written for an ingot once taking it out of a chest has failed twice, and the chest is believed to hold that. */
async function afterFailure(code: 'no-path' | 'not-found', left: ContainsClaim) {
  const first = await written(viewWith(chest('iron_ingot', 3)), having('iron_ingot', 1))
  const outcome = {
    ...exampleOutcome(),
    status: 'threw' as const,
    trace: [
      {
        type: 'act' as const,
        tick: 5,
        name: 'getItemFromChest',
        arguments: [{ x: 10, y: 64, z: -3 }, { iron_ingot: 1 }],
        result: { ok: false as const, code, message: 'There is no way.' },
      },
    ],
  }
  const { draft, arguments: values, dependsOn } = first
  const verdict = { success: false, critique: 'There is no way.', by: 'goal' as const }
  const failed = exampleAttempt({ draft, arguments: values, dependsOn, outcome, verdict })
  return written(viewWith(left), having('iron_ingot', 1), [failed, failed])
}

test('who is asked for a thing tells of the chest with it', () => {
  const told = explain('saddle', createKnowledge([chest('saddle', 1)], []))

  expect(told).toEqual({
    claims: [chest('saddle', 1)],
    text: 'The chest at (10, 64, -3) holds 1 saddle.',
  })
})

test('a chest of things that one never had makes curious', async () => {
  const view = plannerView({ claims: [chest('saddle', 1)] })
  const beliefs = [
    {
      id: 'b1',
      kind: 'perception' as const,
      sentence: '',
      claim: chest('saddle', 1),
      source: { type: 'seen' as const },
      tick: 0,
      confidence: 1,
      status: 'held' as const,
      evidence: [],
    },
  ]
  const proposal = await brain.proposer.propose({ ...view, teammates: [], beliefs }, null)

  expect(proposal?.goal).toEqual(having('saddle', 1))
})
