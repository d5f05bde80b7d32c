import type { Gate } from './gate.ts'
import { pathGoalOf } from './goals.ts'
import type { Perform } from './inventory.ts'

/** `bot.pathfinder`: the search runs in the body, which bounds its radius and time. */
export function createPathfinder(gate: Gate, perform: Perform) {
  let walking = 0
  const walk = async (goal: unknown): Promise<unknown> => {
    walking += 1
    try {
      return await perform('goto', pathGoalOf(goal, 'bot.pathfinder.goto'))
    } finally {
      walking -= 1
    }
  }
  const stop = (): void => {
    gate.act('stopMoving').catch(() => {})
  }
  return {
    goto: walk,
    setGoal: (goal: unknown, _dynamic?: boolean): void => {
      if (goal === null || goal === undefined) stop()
      else walk(goal).catch(() => {})
    },
    stop,
    setMovements: (_movements?: unknown): void => {},
    isMoving: (): boolean => walking > 0,
  }
}
