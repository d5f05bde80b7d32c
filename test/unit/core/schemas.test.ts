import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agentIdSchema } from '../../../src/core/agent-id.ts'
import { goalSchema } from '../../../src/core/goal.ts'
import { journalEntrySchema } from '../../../src/core/journal.ts'
import { memoryChangeSchema } from '../../../src/core/memory-change.ts'
import { messageSchema } from '../../../src/core/message.ts'
import { outcomeSchema } from '../../../src/core/outcome.ts'
import { perceptSchema } from '../../../src/core/percept.ts'
import { skillNameSchema, skillSchema } from '../../../src/core/skill.ts'
import { pathGoalSchema } from '../../../src/core/skill-values.ts'
import { exampleOutcome, examplePercept } from '../../support/examples.ts'
import { anyChange, anyGoal, anySkill } from '../../support/memory-arbitraries.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('goals, skills and memory changes survive the trip through JSON and their schemas', () => {
  fc.assert(
    fc.property(anyGoal, anySkill, anyChange, (goal, skill, change) => {
      expect(goalSchema.parse(throughJson(goal))).toEqual(goal)
      expect(skillSchema.parse(throughJson(skill))).toEqual(skill)
      expect(memoryChangeSchema.parse(throughJson(change))).toEqual(change)
    }),
  )
})

test('a journal entry with every kind of change survives the trip through JSON and its schema', () => {
  fc.assert(
    fc.property(fc.array(anyChange), (changes) => {
      const event = { type: 'step-committed' as const, step: 1, changes }
      const entry = { version: 1, sequence: 0, tick: 0, agent: 'Ada', event, wall: { pid: 1 } }
      expect(journalEntrySchema.parse(throughJson(entry))).toEqual(entry)
    }),
  )
})

test('percepts, outcomes and messages survive the trip through JSON and their schemas', () => {
  expect(perceptSchema.parse(throughJson(examplePercept()))).toEqual(examplePercept())
  expect(outcomeSchema.parse(throughJson(exampleOutcome()))).toEqual(exampleOutcome())
  expect(messageSchema.parse(throughJson(exampleMessage()))).toEqual(exampleMessage())
})

test('schemas refuse keys that they do not know', () => {
  expect(messageSchema.safeParse({ ...exampleMessage(), extra: 1 }).success).toBe(false)
  expect(goalSchema.safeParse({ type: 'have', item: 'a', count: 1, extra: 1 }).success).toBe(false)
  expect(perceptSchema.safeParse({ ...examplePercept(), extra: 1 }).success).toBe(false)
})

test('goalSchema refuses goals that no machine can check', () => {
  const wrong = [
    { type: 'have', item: '', count: 1 },
    { type: 'have', item: 'a', count: 0 },
    { type: 'have', item: 'a', count: 1.5 },
    { type: 'have', item: 'a', count: 'count' },
    { type: 'at', position: { x: 1, y: 2 }, radius: 1 },
    { type: 'at', position: { x: 1, y: 2, z: 3 }, radius: -1 },
    { type: 'all-of', goals: [{ type: 'wish' }] },
    { type: 'code', source: '' },
  ]
  for (const goal of wrong) expect([goal, goalSchema.safeParse(goal).success]).toEqual([goal, false])
})

test('agent names are names that Minecraft takes', () => {
  for (const name of ['Ada', 'A_1', 'x'.repeat(16)]) expect(agentIdSchema.safeParse(name).success).toBe(true)
  for (const name of ['Al', 'x'.repeat(17), 'A b', 'Zoë', '../x', '']) {
    expect(agentIdSchema.safeParse(name).success).toBe(false)
  }
})

test('skill names are JavaScript identifiers, and so safe as file names', () => {
  for (const name of ['a', '$dig', '_x9']) expect(skillNameSchema.safeParse(name).success).toBe(true)
  for (const name of ['', '9a', 'a-b', '../a', 'a b', 'x'.repeat(65)]) {
    expect(skillNameSchema.safeParse(name).success).toBe(false)
  }
})

test('pathGoalSchema takes goals within goals, and refuses what the pathfinder does not know', () => {
  const near = { type: 'GoalNear', x: 1, y: 2, z: 3, range: 1 }
  const nested = { type: 'GoalInvert', goal: { type: 'GoalCompositeAny', goals: [near] } }
  expect(pathGoalSchema.parse(nested)).toEqual(nested)
  for (const goal of [
    { ...near, range: -1 },
    { type: 'GoalCompositeAny', goals: [] },
    { type: 'GoalTeleport' },
  ]) {
    expect(pathGoalSchema.safeParse(goal).success).toBe(false)
  }
})
