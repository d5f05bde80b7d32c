import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Json } from '../../core/json.ts'
import type { CollabTask } from './task-schema.ts'

/** mindcraft's command that looks up how the target is made, step by step. */
const PLAN_LOOK_UP = '!getCraftingPlan'
const TABLE = 'crafting_table'
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'] as const

/** A task, ready to be played. */
export interface CollabTeam {
  /** Content of a team file. */
  readonly team: Readonly<Record<string, Json>>
  /** Blocked actions that mean nothing to our agents, such as building by blueprint. */
  readonly ignored: readonly string[]
}

/**
 * The team that plays the task. As its authors score it, it is solved when some agent carries the target in the number
 * asked for before the time is up.
 *
 * An agent whose look-up is blocked does not know how to get the target, as long as a teammate does: it has to be told.
 * Where all are blocked nobody could tell, and all keep what anybody knows of the game. Items to be gathered are to be
 * found in `plains`; a table that nobody carries stands in `workshop`; any other task is played on an even meadow.
 */
export function collabTeam(task: CollabTask, seed: number): CollabTeam {
  const agents = NAMES.slice(0, task.agent_count).map((name, index) => ({
    name,
    inventory: inventoryOf(task, index),
    blocked: blockedOf(task, index),
  }))
  const someoneKnows = agents.some(({ blocked }) => !blocked.includes(PLAN_LOOK_UP))
  const team = {
    name: 'minecollab',
    world: worldFor(task, agents),
    seed,
    time: 'simulated',
    trials: false,
    goal: { type: 'have', item: task.target, count: task.number_of_target },
    until: 'any',
    shared: true,
    limits: { minutes: task.timeout / 60 },
    agents: agents.map(({ name, inventory, blocked }) => ({
      name,
      inventory,
      knowledge:
        someoneKnows && blocked.includes(PLAN_LOOK_UP) ? { base: 'expert', except: [task.target] } : 'expert',
    })),
  }
  const ignored = [...new Set(agents.flatMap(({ blocked }) => blocked))].filter(
    (name) => name !== PLAN_LOOK_UP,
  )
  return { team, ignored }
}

function worldFor(task: CollabTask, agents: readonly { readonly inventory: ItemCounts }[]): string {
  if (task.missing_items.length > 0) return 'plains'
  const hasTable = agents.some(({ inventory }) => countOf(inventory, TABLE) > 0)
  return task.requires_crafting_table && !hasTable ? 'workshop' : 'flat'
}

function inventoryOf(
  { initial_inventory: given, agent_count: count }: CollabTask,
  index: number,
): ItemCounts {
  const own = given[index]
  if (typeof own === 'object') return own
  const isShort = Object.values(given).every((value) => typeof value === 'number')
  return isShort && count === 1 ? (given as ItemCounts) : {}
}

function blockedOf({ blocked_actions: blocked }: CollabTask, index: number): readonly string[] {
  return Array.isArray(blocked) ? blocked : (blocked[index] ?? [])
}
