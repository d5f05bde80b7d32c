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
