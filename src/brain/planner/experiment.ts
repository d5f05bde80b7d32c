import type { MindView } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { isTool } from '../../core/tools.ts'
import { costTable, UNKNOWN_COST } from './cost-table.ts'
import type { Situation } from './situation.ts'

/**
 * A guess to act on where nothing is left to believe: of a block that a bare hand gets nothing from, the cheapest tool that
 * has not failed on it is as good a guess as any. The attempt then shows what it is worth.
 *
 * @returns the situation as if the guesses were true; null where there is nothing to guess, or somebody to ask first
 */
export function experiment(view: MindView, task: Task, situation: Situation): Situation | null {
  if (!isAloneWith(view, task)) return null
  const puzzles = [...situation.bareHandFails].filter((block) => view.knowledge.toolFor(block) === null)
  const guesses = new Map(
    puzzles.flatMap((block) => {
      const tool = nextTool(block, view, situation)
      return tool === null ? [] : [[block, tool] as const]
    }),
  )
  if (guesses.size === 0) return null
  return {
    ...situation,
    knowledge: withGuesses(view.knowledge, guesses),
    guessed: new Set(guesses.keys()),
  }
}

/** Nobody is there to ask, or the task was given up before, after those who are there were asked. */
function isAloneWith({ teammates, tasks }: MindView, { goal }: Task): boolean {
  const same = JSON.stringify(goal)
  return (
    teammates.length === 0 ||
    tasks.some((task) => task.status === 'given-up' && JSON.stringify(task.goal) === same)
  )
}

function nextTool(block: string, view: MindView, situation: Situation): string | null {
  const failed = new Set(
    view.beliefs.flatMap(({ status, claim }) =>
      status === 'refuted' && claim?.type === 'tool' && claim.block === block ? claim.tools : [],
    ),
  )
  const tools = [...new Set([...view.knowledge.craftableItems(), ...Object.keys(situation.owned)])]
    .filter((item) => isTool(item) && !failed.has(item))
    .sort()
  const costs = costTable(tools, situation, new Set())
  const [best] = tools
    .filter((tool) => costs.cost(tool) < UNKNOWN_COST)
    .sort((a, b) => costs.cost(a) - costs.cost(b) || (a < b ? -1 : 1))
  return best ?? null
}

function withGuesses(knowledge: Knowledge, guesses: ReadonlyMap<string, string>): Knowledge {
  return {
    ...knowledge,
    toolFor: (block) => {
      const tool = guesses.get(block)
      return tool === undefined ? knowledge.toolFor(block) : { type: 'tool', block, tools: [tool] }
    },
  }
}
