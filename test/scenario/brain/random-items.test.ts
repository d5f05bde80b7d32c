import { afterAll, beforeAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { createPlannerBrain } from '../../../src/brain/planner/planner-brain.ts'
import { type Simulation, startSimulation } from '../../../src/cli/compose/simulation.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { ownedItems } from '../../../src/core/goal-holds.ts'
import { createRandom } from '../../../src/core/random.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { exampleTask, exampleView } from '../../support/examples.ts'
import { sharedParts } from '../../support/shared-parts.ts'

const knowledge = createKnowledge(innateClaims('1.21.4'), [])
const clock = installVirtualClock()
let simulation: Simulation

beforeAll(async () => {
  simulation = await startSimulation(
    { world: 'flat', seed: 1, version: '1.21.4', shared: sharedParts('1.21.4') },
    clock,
  )
})
afterAll(async () => {
  await simulation.close()
  clock.uninstall()
})

/** Twenty items that can be crafted, drawn by a seed, each with an agent that is given what one recipe takes. */
const items = [...knowledge.craftableItems()]
const random = createRandom('random items')
const draws = Array.from({ length: 20 }, (_, index) => ({
  agent: `Maker${index}`,
  item: items.splice(random.below(items.length), 1)[0] ?? '',
}))

test.each(draws)('$agent plans and makes $item from given materials', async ({ agent, item }) => {
  const [recipe] = knowledge.recipesFor(item)
  const goal: Goal = { type: 'have', item, count: recipe?.makes ?? 1 }
  await clock.until(simulation.body.join(agent))
  for (const [name, count] of Object.entries({ crafting_table: 1, ...recipe?.ingredients })) {
    simulation.server.command(`/give ${agent} ${name} ${count}`)
  }
  await clock.until(clock.wait(5))

  const program = await write(agent, goal)
  const outcome = await clock.until(simulation.body.attempt(program, new AbortController().signal))
  const percept = await clock.until(simulation.body.perceive(agent))
  await clock.until(simulation.body.leave(agent))

  expect(outcome.error).toBeNull()
  expect(ownedItems(percept)[item]).toBeGreaterThanOrEqual(recipe?.makes ?? 1)
})

/** Plans over what the agent sees and owns, and gives the attempt that follows. */
async function write(agent: string, goal: Goal) {
  const percept = await clock.until(simulation.body.perceive(agent))
  const brain = createPlannerBrain({ random: createRandom(agent) })
  const recollection = { skills: [], episodes: [], facts: [] }
  const view = exampleView({ agent, percept, knowledge })
  const authored = await brain.author.author(view, {
    task: exampleTask({ goal }),
    recollection,
    attempts: [],
  })
  if (authored.type === 'blocked') throw new Error(authored.reason)
  const { name, source } = authored.draft
  return {
    agent,
    attempt: `${agent}-1`,
    program: { entry: name, arguments: [...authored.arguments], modules: [{ name, source }] },
    knowledge: { scope: 'full' as const },
    limits: { ticks: 6000, fuel: 2_000_000, turnMs: 5000, memoryMb: 256 },
    seed: agent,
    gameChat: false,
  }
}
