import { expect, test } from 'vitest'
import type { Attempt } from '../../../src/core/attempt.ts'
import type { BeliefDraft } from '../../../src/core/belief.ts'
import type { Authored } from '../../../src/core/brain.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Outcome } from '../../../src/core/outcome.ts'
import { attemptBeliefs } from '../../../src/mind/attempt-beliefs.ts'
import { revise } from '../../../src/mind/revise.ts'
import { exampleAttempt, exampleOutcome, exampleTask } from '../../support/examples.ts'
import { author, brain, learned, plannerView, runWritten, TRUTH, written } from './planner-mind.ts'
import { SymbolicWorld } from './symbolic-world.ts'

const cobblestone: Goal = { type: 'have', item: 'cobblestone', count: 3 }

test('author() is blocked where nothing is believed, and asks about exactly that', async () => {
  const authored = await author(plannerView({ knowledge: 'novice' }), cobblestone)

  expect(authored).toEqual({
    type: 'blocked',
    reason: 'No way is known to get cobblestone.',
    questions: [{ text: 'How do I get cobblestone?', about: ['cobblestone'] }],
  })
})

test('author() gives up what takes too long only where it was wanted because it is new', async () => {
  const timedOut = exampleAttempt({ outcome: { ...exampleOutcome(), status: 'timed-out' } })
  const resultFor = async (aim: Goal | null, proposedBy: string) => {
    const task = exampleTask({ goal: cobblestone, proposedBy })
    const recollection = { skills: [], episodes: [], facts: [] }
    const request = { task, recollection, attempts: [timedOut] }
    const authored = await brain.author.author({ ...plannerView(), aim }, request)
    return authored.type
  }

  expect(await resultFor(null, 'curriculum')).toBe('blocked')
  expect(await resultFor(null, 'a person')).toBe('skill')
  expect(await resultFor(cobblestone, 'curriculum')).toBe('skill')
})

test('author() reuses a library skill that reaches the goal, with the count that is wanted', async () => {
  const skill = learned(await written(plannerView(), { type: 'have', item: 'stick', count: 1 }))
  const authored = await written(plannerView({ skills: [skill] }), { type: 'have', item: 'stick', count: 7 })

  expect(authored.reused).toEqual({ name: skill.name, version: 1 })
  expect(authored.arguments).toEqual([7])
})

test('author() does not reuse a skill that failed in this step', async () => {
  const skill = learned(await written(plannerView(), { type: 'have', item: 'stick', count: 1 }))
  const view = plannerView({ skills: [skill] })
  const first = await written(view, { type: 'have', item: 'stick', count: 7 })
  const second = await written(view, { type: 'have', item: 'stick', count: 7 }, [failed(first, 'Broken.')])

  expect(second.reused).toBeNull()
})

test('author() never repeats code that failed, and is blocked in the end', async () => {
  const sources = new Set<string>()
  const attempts: Attempt[] = []
  const goal: Goal = { type: 'have', item: 'oak_planks', count: 4 }
  let authored = await author(plannerView(), goal)
  for (
    ;
    authored.type === 'skill' && attempts.length < 20;
    authored = await author(plannerView(), goal, attempts)
  ) {
    expect(sources).not.toContain(authored.draft.source)
    sources.add(authored.draft.source)
    attempts.push(failed(authored, 'No path.'))
  }

  expect(sources.size).toBeGreaterThanOrEqual(4)
})

test('author() is blocked with a question once a bare hand was seen to get nothing, and goes on once it was told', async () => {
  const claims = TRUTH.filter((claim) => claim.type === 'drop' && claim.block === 'stone')
  const start = plannerView({ claims })
  const first = await written(start, cobblestone)
  const world = new SymbolicWorld({ truth: TRUTH, blocks: ['stone'] })
  const attempt = { ...failed(first, ''), outcome: await runWritten(world, first) }

  const occasion = { tick: 200, agent: 'Ada', innate: claims }
  const doubts = revise([], attemptBeliefs(start, attempt), occasion)
  const second = await author(plannerView({ claims, beliefs: doubts }), cobblestone, [attempt])
  expect(second).toMatchObject({
    type: 'blocked',
    questions: [{ text: 'Which tool do I need to get something from stone?', about: ['stone'] }],
  })

  const told = { type: 'tool', block: 'stone', tools: ['wooden_pickaxe'] } as const
  const draft: BeliefDraft = {
    kind: 'interaction',
    sentence: 'Stone needs a pickaxe.',
    claim: { ...told, tools: [...told.tools] },
    source: { type: 'told', by: 'Ben', message: 'm1' },
    confidence: 0.8,
  }
  const beliefs = [...doubts, ...revise(doubts, [draft], { ...occasion, tick: 300 })]
  const percept = { inventory: { wooden_pickaxe: 1 } }
  const third = await written(plannerView({ claims, beliefs, percept }), cobblestone, [attempt])
  expect(third.draft.source).toContain("const tools = ['wooden_pickaxe']")
})

test('author() looks elsewhere, and for something else, after a search in vain', async () => {
  const goal: Goal = { type: 'have', item: 'coal', count: 1 }
  const first = await written(plannerView(), goal)
  const error = 'Looked for coal_ore, deepslate_coal_ore in all directions and found none.'
  const second = await written(plannerView(), goal, [failed(first, error), failed(first, error)])

  expect(second.draft.source).not.toBe(first.draft.source)
  expect(second.dependsOn).not.toEqual(first.dependsOn)
})

test.each<[Goal, string]>([
  [{ type: 'killed', mob: 'cow', count: 2 }, 'await killMob(bot, nearest()?.name ?? prey[0], 300)'],
  [{ type: 'consumed', item: 'apple', count: 1 }, 'await bot.consume()'],
  [{ type: 'equipped', item: 'iron_helmet' }, "await bot.equip(found, 'head')"],
  [
    { type: 'at', position: { x: 1, y: 2, z: 3 }, radius: 2 },
    'new GoalNear(position.x, position.y, position.z, 2)',
  ],
  [
    { type: 'block-at', block: 'torch', position: { x: 1, y: 2, z: 3 } },
    "await placeItem(bot, 'torch', spot)",
  ],
  [{ type: 'all-of', goals: [cobblestone, { type: 'have', item: 'torch', count: 2 }] }, '(3)'],
])('author() writes code for %j', async (goal, line) => {
  const { draft } = await written(plannerView(), goal)

  expect(draft.source).toContain(line)
  expect(draft.postcondition).not.toBeNull()
})

function failed(authored: Authored, message: string): Attempt {
  if (authored.type === 'blocked') throw new Error('Nothing was attempted.')
  const outcome: Outcome = {
    status: 'threw',
    error: { message, module: null, line: null, column: null },
    value: null,
    trace: [],
    chat: [],
    inventoryBefore: {},
    inventoryAfter: {},
    startTick: 0,
    endTick: 100,
    fuelUsed: 0,
    reproducible: true,
  }
  return {
    number: 1,
    draft: authored.draft,
    arguments: authored.arguments,
    reused: authored.reused,
    findings: [],
    outcome,
    verdict: { success: false, critique: message, by: 'goal' },
    dependsOn: authored.dependsOn,
  }
}
