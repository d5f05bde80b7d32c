import { expect, test } from 'vitest'
import { nextNovelty, usefulness } from '../../../src/brain/planner/novelty.ts'
import { situationOf } from '../../../src/brain/planner/situation.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { plannerView, TRUTH } from './planner-mind.ts'

const coal: readonly Claim[] = [
  { type: 'drop', block: 'coal_ore', items: ['coal'] },
  { type: 'tool', block: 'coal_ore', tools: [] },
]
const inSight = [{ name: 'coal_ore', count: 1, nearest: { x: 2, y: 64, z: 0 }, distance: 2 }]

function effortOf(claims: readonly Claim[], blocks: typeof inSight) {
  const view = plannerView({ claims, percept: { blocks } })
  const choosing = { isFit: () => true, hasWorked: () => false, situation: situationOf(view) }
  return nextNovelty(view, choosing)
}

test('nextNovelty() counts as more to do what lies below the ground', () => {
  const depth: Claim = { type: 'depth', block: 'coal_ore', lowest: 0, highest: 90, best: 45 }
  expect(effortOf(coal, inSight)).toEqual({ goal: { type: 'have', item: 'coal', count: 1 }, effort: 2 })
  expect(effortOf([...coal, depth], inSight)?.effort).toBe(9)
  expect(effortOf([...coal, depth], [])?.effort).toBe(49)
})

test('usefulness() makes nothing of another member of a family that was had, and much of a tool that is lacked', () => {
  const view = plannerView({ claims: TRUTH, percept: { blocks: [] } })
  expect(usefulness(view, new Set())('birch_log')).toBeGreaterThan(1)
  expect(usefulness(view, new Set(['oak_log']))('birch_log')).toBe(1)
  const lacked = usefulness(view, new Set())('iron_pickaxe')
  expect(lacked).toBeGreaterThan(
    usefulness(view, new Set(['diamond_pickaxe', 'iron_pickaxe']))('iron_pickaxe'),
  )
})
