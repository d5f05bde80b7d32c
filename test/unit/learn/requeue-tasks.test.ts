import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/core/desire.ts'
import { requeuedTasks } from '../../../src/learn/requeue-tasks.ts'
import { exampleSkill, exampleTask } from '../../support/examples.ts'

const have = (item: string) => ({ type: 'have' as const, item, count: 1 })
const recipe = (item: string, ingredients: Record<string, number>) =>
  ({ type: 'recipe', item, makes: 1, ingredients, table: false }) as const

const recipes = [
  recipe('brick', { clay_ball: 1 }),
  recipe('bricks', { brick: 4 }),
  recipe('oven', { oven: 1, bricks: 2 }),
]
const knowledge = {
  recipesFor: (item: string) => recipes.filter((known) => known.item === item),
  smeltingsFor: () => [],
}

function givenUp(item: string, fields: Partial<Task> = {}): Task {
  return exampleTask({
    id: `task-${item}`,
    text: `Obtain ${item}`,
    goal: have(item),
    status: 'given-up',
    ...fields,
  })
}

describe('requeuedTasks()', () => {
  const names = (tasks: readonly Task[]) =>
    requeuedTasks(exampleSkill(), have('clay_ball'), tasks, knowledge).map(({ id }) => id)

  it('takes up again what the skill promises, and what is made of what it gives', () => {
    const tasks = [givenUp('clay_ball'), givenUp('bricks'), givenUp('oven'), givenUp('diamond')]
    expect(names(tasks)).toEqual(['task-clay_ball', 'task-bricks', 'task-oven'])
  })

  it('says why, and leaves alone what is done, open or was reached later', () => {
    const [task] = requeuedTasks(exampleSkill(), have('clay_ball'), [givenUp('bricks')], knowledge)
    expect(task).toMatchObject({
      status: 'set-aside',
      reason: '"obtainClay" was learned since it was given up.',
    })
    expect(names([givenUp('bricks', { status: 'done' }), givenUp('oven', { status: 'open' })])).toEqual([])
    expect(names([givenUp('bricks'), givenUp('bricks', { id: 'later', status: 'done' })])).toEqual([])
  })

  it('leaves alone what no machine can check', () => {
    expect(names([givenUp('bricks', { goal: null })])).toEqual([])
  })
})
