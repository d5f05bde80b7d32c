import { expect, test } from 'vitest'
import { circumstancesOf } from '../../../src/core/circumstances.ts'
import type { Episode } from '../../../src/core/episode.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { examplePercept } from '../../support/examples.ts'
import { brain, plannerView } from './planner-mind.ts'

const trees = {
  blocks: ['oak_log', 'dandelion'].map((name, index) => ({
    ...{ name, nearest: { x: 4 + index, y: 64, z: 0 }, distance: 4 + index, count: 5 },
  })),
}
const novice = (now = 0) => plannerView({ knowledge: 'novice', percept: { ...trees, tick: now } })

const proposed = async (episodes: readonly Episode[], view = novice()) =>
  (await brain.proposer.propose({ ...view, teammates: [] }, null, episodes))?.goal ?? null

/** An earlier life's try at the goal, here unless said otherwise. */
function tried(goal: Goal | null, fields: Partial<Episode> & { searched?: string[]; status?: string } = {}) {
  const { searched = [], status = 'threw', ...rest } = fields
  const attempt = {
    ...{ skill: 's', source: '', status, critique: '', arguments: [], tick: -500, dependsOn: [] },
    ...{ failures: [], searched, obtained: [], ticks: null },
  }
  return {
    ...{ id: `e${rest.tick ?? -500}`, tick: -500, task: 'a task', goal, success: false },
    ...{ circumstances: circumstancesOf(examplePercept(trees)), attempts: [attempt], conversations: [] },
    ...{ summary: '', standsFor: 1, ...rest },
  } satisfies Episode
}

test('the curriculum does not take up soon what failed here in an earlier life', async () => {
  const first = await proposed([])
  expect(first).not.toBeNull()

  expect(await proposed([tried(first)])).not.toEqual(first)
  expect(await proposed([tried(first)], novice(10_000))).toEqual(first)
})

test('what was not to be found here is not looked for later either', async () => {
  const first = await proposed([])
  const inVain = tried(first, { searched: ['oak_log'] })

  expect(await proposed([inVain], novice(10_000))).not.toEqual(first)
})

test('it is taken up elsewhere, after it worked, and where its end had nothing to do with it', async () => {
  const first = await proposed([])
  const far = circumstancesOf(examplePercept({ ...trees, position: { x: 900, y: 64, z: 0 } }))

  expect(await proposed([tried(first, { circumstances: far })])).toEqual(first)
  expect(await proposed([tried(first), tried(first, { tick: -100, success: true })])).toEqual(first)
  expect(await proposed([tried(first, { status: 'died' })])).toEqual(first)
})

test('it is taken up again once something was learned about it', async () => {
  const view = novice()
  const first = await proposed([])
  if (first?.type !== 'have') throw new Error('A novice wants to have something.')
  const claim = { type: 'drop' as const, block: 'oak_log', items: [first.item] }
  const news = {
    ...{ id: 'b', kind: 'task' as const, sentence: '', claim, source: { type: 'seen' as const } },
    ...{ tick: -10, confidence: 1, status: 'held' as const, evidence: [] },
  }

  expect(await proposed([tried(first)], { ...view, beliefs: [news] })).toEqual(first)
})

test('what worked in an earlier life comes before what may not', async () => {
  const order: Goal[] = []
  const failed: Episode[] = []
  for (let goal = await proposed(failed); goal !== null && order.length < 4; goal = await proposed(failed)) {
    order.push(goal)
    failed.push(tried(goal))
  }
  const worked = (goal: Goal) => tried(goal, { success: true, status: 'completed' })
  const [first, ...others] = order
  if (first === undefined) throw new Error('There are several things to want.')

  expect(await proposed([worked(first)])).toEqual(first)
  const preferred = await Promise.all(others.map((goal) => proposed([worked(goal)])))
  expect(preferred.some((goal, index) => JSON.stringify(goal) === JSON.stringify(others[index]))).toBe(true)
})
