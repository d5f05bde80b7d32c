import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import { parseSkillFile } from '../../../src/memory/skill-file.ts'
import { createCheckSkill } from '../../../src/sandbox/create-check-skill.ts'
import { learned, plannerView, written } from './planner-mind.ts'

const check = createCheckSkill()
const seeds = ['findNearby', 'placeNearby', 'searchUnderground', 'stowSurplus'].map((name) => {
  const path = join(packageRoot(), 'skills', `${name}.js`)
  return parseSkillFile(readFileSync(path, 'utf8'), path)
})

const goals: readonly Goal[] = [
  ...[
    'stone_pickaxe',
    'iron_ingot',
    'white_wool',
    'flint',
    'oak_boat',
    'torch',
    'leather_boots',
    'diamond',
  ].map((item): Goal => ({ type: 'have', item, count: 2 })),
  { type: 'any-of', goals: ['oak_log', 'birch_log'].map((item) => ({ type: 'have', item, count: 2 })) },
  { type: 'killed', mob: 'cow', count: 2 },
  { type: 'consumed', item: 'apple', count: 1 },
  { type: 'equipped', item: 'iron_helmet' },
  { type: 'at', position: { x: 1, y: 2, z: 3 }, radius: 2 },
  { type: 'block-at', block: 'torch', position: { x: 1, y: 2, z: 3 } },
  {
    type: 'all-of',
    goals: [
      { type: 'have', item: 'stick', count: 2 },
      { type: 'killed', mob: 'pig', count: 1 },
    ],
  },
]

test.each(seeds)('the seed skill $name passes the static check', ({ name, source, calls }) => {
  const callable = calls.map((call) => call.name)
  expect(check(name, source, callable)).toEqual([])
})

test.each(goals)(
  'author() writes code for %j that passes the static check, alone and on seeds',
  async (goal) => {
    const { draft: alone } = await written(plannerView(), goal)
    const { draft: seeded } = await written(plannerView({ skills: seeds }), goal)

    expect(check(alone.name, alone.source, [])).toEqual([])
    expect(check(seeded.name, seeded.source, seeded.calls)).toEqual([])
  },
)

test('author() calls seed skills of the library instead of copying them', async () => {
  const { draft } = await written(plannerView({ skills: seeds }), {
    type: 'have',
    item: 'wooden_axe',
    count: 1,
  })

  expect(draft.calls).toEqual(['findNearby', 'placeNearby'])
  expect(draft.source).not.toContain('function findNearby')
})

test('code that builds on learned skills passes the static check with their names', async () => {
  const sticks = learned(await written(plannerView(), { type: 'have', item: 'stick', count: 1 }))
  const { draft } = await written(plannerView({ skills: [sticks] }), {
    type: 'have',
    item: 'ladder',
    count: 1,
  })

  expect(check(draft.name, draft.source, draft.calls)).toEqual([])
})
