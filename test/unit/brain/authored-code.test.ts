import { parse } from 'acorn'
import { expect, test } from 'vitest'
import type { Attempt } from '../../../src/core/attempt.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { createRandom } from '../../../src/core/random.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { exampleAttempt, exampleOutcome } from '../../support/examples.ts'
import { author, learned, plannerView, runWritten, TRUTH, written } from './planner-mind.ts'
import { SymbolicWorld } from './symbolic-world.ts'

const knowledge = createKnowledge(TRUTH, [])

/** Items for which there is a recipe, drawn by a seed. */
function drawCraftable(seed: number, count: number): readonly string[] {
  const random = createRandom(seed)
  const items = [...knowledge.craftableItems()]
  return Array.from({ length: count }, () => items.splice(random.below(items.length), 1)[0] ?? '')
}

test.each(drawCraftable(7, 20))(
  'author() plans %s and its code makes it from given materials',
  async (item) => {
    const [recipe] = knowledge.recipesFor(item)
    const inventory = { ...recipe?.ingredients, crafting_table: 1 }
    const view = plannerView({ percept: { inventory } })

    const authored = await written(view, { type: 'have', item, count: recipe?.makes ?? 1 })
    const world = new SymbolicWorld({ truth: TRUTH, inventory, blocks: [], mobs: [] })
    const outcome = await runWritten(world, authored)

    expect(outcome.error).toBeNull()
    expect(world.held(item)).toBeGreaterThanOrEqual(recipe?.makes ?? 1)
  },
)

test.each([
  'stone_pickaxe',
  'iron_pickaxe',
  'torch',
  'furnace',
  'white_bed',
  'oak_boat',
  'charcoal',
  'bread',
  'wheat_seeds',
  'flint',
])('author() plans %s and its code makes it from empty hands', async (item) => {
  const authored = await written(plannerView(), { type: 'have', item, count: 2 })
  const world = new SymbolicWorld({ truth: TRUTH })
  const outcome = await runWritten(world, authored)

  expect(outcome.error).toBeNull()
  expect(world.held(item)).toBeGreaterThanOrEqual(2)
})

test('author() writes code that works where other trees grow than those that were seen', async () => {
  const blocks = [{ name: 'oak_log', count: 3, nearest: { x: 5, y: 64, z: 0 }, distance: 5 }]
  const authored = await written(plannerView({ percept: { blocks } }), {
    type: 'have',
    item: 'wooden_axe',
    count: 1,
  })
  const world = new SymbolicWorld({ truth: TRUTH, blocks: ['cherry_log'] })

  expect((await runWritten(world, authored)).error).toBeNull()
  expect(world.held('wooden_axe')).toBe(1)
})

test.each(drawCraftable(99, 60))('author() writes %s as one parsable async function', async (item) => {
  const view = plannerView({ percept: { inventory: { ...knowledge.recipesFor(item)[0]?.ingredients } } })
  const { draft } = await written(view, { type: 'have', item, count: 1 })
  const program = parse(draft.source, { ecmaVersion: 'latest', sourceType: 'script' })

  expect(program.body).toMatchObject([{ type: 'FunctionDeclaration', async: true, id: { name: draft.name } }])
})

test('author() plans by the rules of 1.20.1 where those are what it knows', async () => {
  const truth = innateClaims('1.20.1')
  const authored = await written(plannerView({ claims: truth }), { type: 'have', item: 'bucket', count: 1 })
  const world = new SymbolicWorld({ truth })

  expect((await runWritten(world, authored)).error).toBeNull()
  expect(world.held('bucket')).toBe(1)
})

test('author() builds on library skills by name', async () => {
  const sticks = learned(await written(plannerView(), { type: 'have', item: 'stick', count: 1 }))
  const authored = await written(plannerView({ skills: [sticks] }), {
    type: 'have',
    item: 'ladder',
    count: 1,
  })

  expect(authored.draft.calls).toContain(sticks.name)
  expect(authored.draft.source).toContain(`await ${sticks.name}(bot, 7 * repeats)`)
})

test('author() goes down for what is believed to lie below the ground, with spare tools', async () => {
  const { draft, dependsOn } = await written(plannerView(), { type: 'have', item: 'diamond', count: 1 })

  expect(draft.source).toContain('await searchUnderground(bot, blocks, -59, round')
  expect(draft.source).toContain('await obtainStonePickaxe(bot, 2)')
  expect(draft.source).toContain('await obtainCraftingTable(bot, 1)')
  expect(dependsOn).toContain('depth:diamond_ore')
})

test('author() looks on the surface for what it does not believe to lie below', async () => {
  const claims = TRUTH.filter(({ type }) => type !== 'depth')
  const { draft } = await written(plannerView({ claims }), { type: 'have', item: 'diamond', count: 1 })

  expect(draft.source).not.toContain('searchUnderground')
})

test('author() asks where to look after a search in vain for what it knows no depth of', async () => {
  const claims = TRUTH.filter(({ type }) => type !== 'depth')
  const goal: Goal = { type: 'have', item: 'raw_iron', count: 1 }
  const view = plannerView({ claims, percept: { inventory: { stone_pickaxe: 1 } } })
  const attempts: Attempt[] = []
  for (let tries = 0; tries < 8; tries++) {
    const authored = await author(view, goal, attempts)
    if (authored.type === 'blocked') {
      expect(authored.questions).toMatchObject([{ about: expect.arrayContaining(['iron_ore']) }])
      return
    }
    const message = 'Looked for iron_ore, deepslate_iron_ore in all directions and found none.'
    const outcome = exampleOutcome({ status: 'threw', error: { message, module: null, line: 1, column: 1 } })
    const verdict = { success: false, critique: message, by: 'goal' } as const
    attempts.push(exampleAttempt({ draft: authored.draft, arguments: authored.arguments, outcome, verdict }))
  }
  expect.unreachable('The author never asked.')
})

test('author() takes no spare tools along that come from below the ground themselves', async () => {
  const inventory = { iron_pickaxe: 1, iron_ingot: 40, stick: 40, oak_log: 8 }
  const blocks = [{ name: 'crafting_table', count: 1, nearest: { x: 3, y: 64, z: 0 }, distance: 3 }]
  const goal: Goal = { type: 'have', item: 'diamond', count: 1 }
  const { draft } = await written(plannerView({ percept: { inventory, blocks } }), goal)

  expect(draft.source).not.toContain('obtainIronPickaxe(bot, 2)')
})
