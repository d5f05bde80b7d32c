import { expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal.ts'
import { examplePerspective } from '../../support/examples.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { author, brain, plannerView } from './planner-mind.ts'

test('who cannot make a thing for want of a part tells the recipe all the same', async () => {
  const view = plannerView({ knowledge: { knows: ['stick', 'crafting_table', 'wooden_pickaxe'] } })
  const question = exampleMessage({
    ...{ from: 'Ben', to: ['Ada'], act: 'ask' },
    ...{ text: 'How do I get a wooden pickaxe?', about: ['wooden_pickaxe'] },
  })
  const answer = await brain.converser.answer({ ...view, perspective: examplePerspective() }, question)
  const recipes = answer?.claims.flatMap((claim) => (claim.type === 'recipe' ? [claim.item] : []))
  expect(recipes).toEqual(expect.arrayContaining(['wooden_pickaxe', 'stick', 'crafting_table']))
})

test('who lacks steps on the way asks for the simplest tool, instead of hunting for ingots or searching for blocks of iron', async () => {
  const except = ['crafting_table', 'stick', 'wooden_pickaxe', 'oak_planks', 'birch_planks']
  const view = plannerView({ knowledge: { base: 'expert', except } })
  const wants = async (item: string) => {
    const goal: Goal = { type: 'have', item, count: 1 }
    const authored = await author(view, goal)
    return authored.type === 'blocked' ? authored.questions.flatMap(({ about }) => about) : authored.type
  }
  expect(await wants('raw_iron')).toContain('wooden_pickaxe')
  expect(await wants('iron_ingot')).toContain('wooden_pickaxe')
})

test('who knows what to smelt, and not how to get it, asks about that, and sets out after no mob that was never seen', async () => {
  const knows = ['iron_ingot', 'furnace', 'cobblestone', 'coal', 'crafting_table', 'oak_planks', 'stick']
  const tools = ['wooden_pickaxe', 'stone_pickaxe']
  const view = plannerView({ knowledge: { knows: [...knows, ...tools] } })
  const asked = async (seen: typeof view) => {
    const authored = await author(seen, { type: 'have', item: 'iron_ingot', count: 1 })
    return authored.type === 'blocked' ? authored.questions.flatMap(({ about }) => about) : authored.type
  }
  expect(await asked(view)).toContain('raw_iron')
  expect(await asked(view)).not.toContain('iron_block')
  const golem = {
    ...{ id: 7, kind: 'mob' as const, name: 'iron_golem', position: { x: 9, y: 64, z: 0 }, distance: 9 },
    ...{ heldItem: null, activity: null },
  }
  const beside = { ...view, percept: { ...view.percept, entities: [golem] } }
  expect(await asked(beside)).not.toContain('raw_iron')
})
