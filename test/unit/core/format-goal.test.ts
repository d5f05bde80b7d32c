import { expect, test } from 'vitest'
import { formatGoal } from '../../../src/core/format-goal.ts'
import { type Goal, goalSchema } from '../../../src/core/goal.ts'
import { GOAL_FORMS, parseGoalText } from '../../../src/core/goal-text.ts'

test.each([
  ...Object.values(GOAL_FORMS),
  'have 3 oak_log or have 3 birch_log',
  'given 3 oak_log to Ada by chest',
  'have 1 stick and killed 2 cow or equipped iron_helmet',
])('formatGoal() writes what parseGoalText() reads: %s', (text) => {
  expect(formatGoal(parseGoalText(text))).toBe(text)
})

const stick: Goal = { type: 'have', item: 'stick', count: 1 }
const choice: Goal = { type: 'any-of', goals: [stick, { type: 'equipped', item: 'iron_axe' }] }

test.each<Goal>([
  { type: 'all-of', goals: [stick, choice] },
  { type: 'all-of', goals: [stick] },
  { type: 'any-of', goals: [choice, stick] },
  { type: 'have', item: 'stick', count: '$count' },
  { type: 'code', source: 'return true' },
  { type: 'at', position: '$where', radius: 2 },
  { type: 'have', item: 'or have 9 diamond', count: 1 },
])('formatGoal() falls back to JSON where the text would be read otherwise: %j', (goal) => {
  expect(goalSchema.parse(JSON.parse(formatGoal(goal)))).toEqual(goal)
})
