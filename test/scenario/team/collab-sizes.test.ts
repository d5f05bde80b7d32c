import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { collabTaskSchema } from '../../../src/study/minecollab/task-schema.ts'
import { collabTeam } from '../../../src/study/minecollab/task-team.ts'
import { simulateTeam } from '../../support/simulated-team.ts'

const clock = installVirtualClock()
afterAll(() => clock.uninstall())

const lookUp = '!getCraftingPlan'

/** Tasks of our own in MineCollab's format, with team sizes that its given crafting tasks do not have. */
const tasks = [
  {
    target: 'wooden_pickaxe',
    inventories: [{ oak_planks: 3, stick: 2, crafting_table: 1 }],
    blocked: [[]],
  },
  {
    target: 'shears',
    inventories: [{ iron_ingot: 1, crafting_table: 1 }, { iron_ingot: 1 }, { stick: 1 }],
    blocked: [[], [lookUp], [lookUp]],
  },
  {
    target: 'cyan_carpet',
    inventories: [{ blue_dye: 1, crafting_table: 1 }, { green_dye: 1 }, { black_wool: 1 }, { black_wool: 1 }],
    blocked: [[lookUp], [lookUp], [], [lookUp]],
  },
  {
    target: 'bookshelf',
    inventories: [
      { oak_planks: 2, crafting_table: 1 },
      { oak_planks: 2 },
      { oak_planks: 2 },
      { book: 2 },
      { book: 1 },
    ],
    blocked: [[lookUp], [lookUp], [lookUp], [lookUp], [lookUp]],
  },
]

test.each(tasks)(
  'a team of $inventories.length puts together what makes a $target',
  {
    timeout: 120_000,
  },
  async ({ target, inventories, blocked }) => {
    const task = collabTaskSchema.parse({
      goal: `Collaborate to craft one ${target}`,
      conversation: 'Hello',
      agent_count: inventories.length,
      initial_inventory: Object.fromEntries(Object.entries(inventories)),
      target,
      number_of_target: 1,
      type: 'techtree',
      max_depth: 1,
      timeout: 300,
      blocked_actions: Object.fromEntries(Object.entries(blocked)),
      missing_items: [],
      requires_crafting_table: true,
    })
    const { team } = collabTeam(task, 1)
    const { result } = await simulateTeam(
      parseTeamFile(JSON.stringify({ ...team, time: 'simulated' }), target),
      clock,
    )
    expect(result).toMatchObject({ reached: true })
  },
)
