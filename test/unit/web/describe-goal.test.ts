import { expect, it } from 'vitest'
import type { Goal } from '../../../src/core/goal.ts'
import { describeGoal } from '../../../src/web/describe-goal.ts'

it.each<[Goal, string]>([
  [{ type: 'have', item: 'oak_log', count: 3 }, 'have 3 oak log'],
  [{ type: 'killed', mob: 'zombie', count: 1 }, 'kill 1 zombie'],
  [{ type: 'given', to: 'Ada', item: 'oak_log', count: 3 }, 'give 3 oak log to Ada'],
  [{ type: 'consumed', item: 'bread', count: 2 }, 'eat or drink 2 bread'],
  [{ type: 'equipped', item: 'iron_helmet' }, 'wear or hold iron helmet'],
  [{ type: 'at', position: { x: 1, y: 64, z: -2.25 }, radius: 3 }, 'be within 3 blocks of (1, 64, -2.2)'],
  [{ type: 'block-at', block: 'chest', position: '$place' }, 'chest at $place'],
  [
    {
      type: 'any-of',
      goals: [
        { type: 'equipped', item: 'bow' },
        { type: 'code', source: 'return true' },
      ],
    },
    'wear or hold bow or a condition given as code',
  ],
])('describeGoal() says %j as "%s"', (goal, text) => {
  expect(describeGoal(goal)).toBe(text)
})
