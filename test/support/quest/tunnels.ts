import type { Act } from '../../../src/body/acting/act.ts'
import { Vec3 } from '../../../src/body/mineflayer-library.ts'
import type { Position } from '../../../src/core/position.ts'
import { stayFed } from './meals.ts'
import { planTunnel, type TunnelGoal } from './plan-tunnel.ts'
import { RockMap } from './rock-map.ts'
import { feetOf, stepTo } from './rock-steps.ts'

/** New plans that a tunnel may take: where the ground was not as it seemed, or the goal was too far for one plan. */
const MOST_PLANS = 10

/** Digs and walks to the goal, keeping off water and lava. Says whether it got there. */
export async function tunnelTo(act: Act, goal: TunnelGoal): Promise<boolean> {
  const map = new RockMap(act.bot)
  const avoided = new Set<string>()
  for (let plan = 0; plan < MOST_PLANS; plan++) {
    if (goal.isEnd(feetOf(act.bot))) return true
    const way = planTunnel(map, feetOf(act.bot), goal, avoided)
    if (way === null) return false
    const missed = await follow(act, way)
    if (missed !== null) avoided.add(String(missed))
  }
  return goal.isEnd(feetOf(act.bot))
}

/** Gives the place that could not be entered, or null at the end of the way. */
async function follow(act: Act, way: readonly Vec3[]): Promise<Vec3 | null> {
  for (const next of way) {
    await stayFed(act)
    if (!(await stepTo(act, next))) return next
  }
  return null
}

/** Standing in the place, with head or feet. */
export function into(place: Position): TunnelGoal {
  const target = new Vec3(place.x, place.y, place.z)
  return { target, isEnd: (feet) => feet.equals(target) || feet.offset(0, 1, 0).equals(target) }
}

/** Standing within so many blocks of the place. */
export function near(place: Position, distance: number): TunnelGoal {
  const target = new Vec3(place.x, place.y, place.z).floored()
  return { target, isEnd: (feet) => feet.distanceTo(target) <= distance }
}
