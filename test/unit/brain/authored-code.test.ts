import { parse } from 'acorn'
import { expect, test } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { learned, plannerView, runWritten, TRUTH, written } from './planner-mind.ts'
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
