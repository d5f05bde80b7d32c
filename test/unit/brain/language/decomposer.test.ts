import { expect, test } from 'vitest'
import { LanguageDecomposer } from '../../../../src/brain/language/roles/language-decomposer.ts'
import type { Task } from '../../../../src/core/desire.ts'
import { parseGoalText } from '../../../../src/core/goal-text.ts'
import { createKnowledge } from '../../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../../src/mind/innate-knowledge.ts'
import { nameChecks } from '../../../../src/mind/name-checks.ts'
import { examplePercept, exampleTask, exampleView } from '../../../support/examples.ts'
import { failed, playing, reply } from './fake-model.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const names = nameChecks('1.21.4')
const aim = parseGoalText('have 1 stone_pickaxe')
const LOGS = 'have 3 oak_log'
const TABLE = 'have 1 crafting_table'

function stepsOf(...goals: readonly string[]) {
  return reply(JSON.stringify({ steps: goals.map((goal) => ({ task: `Do: ${goal}`, goal })) }))
}

function task(goal: string, status: Task['status'], reason: string | null = null): Task {
  return exampleTask({ text: goal, goal: parseGoalText(goal), status, reason })
}

function viewWith(tasks: readonly Task[], inventory = {}) {
  return exampleView({ percept: examplePercept({ inventory }), knowledge, tasks })
}

const failure = task('have 1 stick', 'given-up', 'No wood.')

test('nothing is split before something failed, nor where no model plays the role', async () => {
  const { play, asked } = playing('decompose', [])
  expect(await new LanguageDecomposer(play, names).nextStep(viewWith([]), aim)).toBeNull()
  expect(await new LanguageDecomposer(null, names).nextStep(viewWith([failure]), aim)).toBeNull()
  expect(asked).toHaveLength(0)
})

test('steps are done in their order, what is there already is left out, and nobody is asked again', async () => {
  const { play, asked } = playing('decompose', [stepsOf('have 1 stick', LOGS, TABLE, 'have 1 stone_pickaxe')])
  const decomposer = new LanguageDecomposer(play, names)
  const first = await decomposer.nextStep(viewWith([failure], { stick: 1 }), aim)
  expect(first).toMatchObject({
    goal: parseGoalText(LOGS),
    purpose: expect.stringContaining('stone_pickaxe'),
  })
  expect(asked[0]?.messages[1]?.text).toContain('Why it failed: "No wood."')
  // The logs are used up again: a step that was done is done.
  const tasks = [failure, task(LOGS, 'done')]
  expect((await decomposer.nextStep(viewWith(tasks), aim))?.goal).toEqual(parseGoalText(TABLE))
  const more = [...tasks, task(TABLE, 'done')]
  expect((await decomposer.nextStep(viewWith(more, { crafting_table: 1 }), aim))?.goal).toEqual(aim)
  expect(asked).toHaveLength(1)
})

test('a step that failed is tried once more, then the goal is split anew with the reason, three times at most', async () => {
  const plans = [stepsOf(LOGS), stepsOf(TABLE), failed('server-error')]
  const { play, asked } = playing('decompose', plans)
  const decomposer = new LanguageDecomposer(play, names)
  const tasks = [failure]
  expect((await decomposer.nextStep(viewWith(tasks), aim))?.goal).toEqual(parseGoalText(LOGS))
  tasks.push(task(LOGS, 'given-up', 'No tree in sight.'))
  expect((await decomposer.nextStep(viewWith(tasks), aim))?.goal).toEqual(parseGoalText(LOGS))
  expect(asked).toHaveLength(1)
  tasks.push(task(LOGS, 'given-up', 'Still no tree.'))
  expect((await decomposer.nextStep(viewWith(tasks), aim))?.goal).toEqual(parseGoalText(TABLE))
  expect(asked[1]?.messages[1]?.text).toContain('Why it failed: "Still no tree."')
  tasks.push(task(TABLE, 'done'))
  expect(await decomposer.nextStep(viewWith(tasks), aim)).toBeNull()
  expect(await decomposer.nextStep(viewWith(tasks), aim)).toBeNull()
  expect(asked).toHaveLength(3)
})

test('a resumed run goes on with the plan that it had paid for', async () => {
  const before = playing('decompose', [stepsOf(LOGS, TABLE)])
  await new LanguageDecomposer(before.play, names).nextStep(viewWith([failure]), aim)
  const messages = before.asked[0]?.messages ?? []
  const earlier = [{ messages, text: JSON.stringify({ steps: [{ task: 'Table', goal: TABLE }] }) }]
  const { play, asked } = playing('decompose', [], earlier)
  const decomposer = new LanguageDecomposer(play, names)
  expect((await decomposer.nextStep(viewWith([failure]), aim))?.goal).toEqual(parseGoalText(TABLE))
  expect(asked).toHaveLength(0)
})
