import type { Position } from '../../core/position.ts'
import type { PathGoal } from '../../core/skill-values.ts'
import type { Act } from '../acting/act.ts'
import { type Done, done } from '../acting/done.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { createPathGoal } from '../travel/path-goals.ts'
import { stopTravel, travel } from '../travel/travel.ts'
import { positionValue, toVec3 } from '../values/position-value.ts'

export type Control = 'forward' | 'back' | 'left' | 'right' | 'jump' | 'sprint' | 'sneak'

const TURN_TICKS = 60

/** Goes to where the goal holds, and succeeds only when the bot truly stands there. */
export async function goto(act: Act, goal: PathGoal): Promise<Done> {
  await travel(act, createPathGoal(act.bot, goal), { to: describe(goal) })
  return done(`Arrived at ${describe(goal)}.`, { position: positionValue(act.bot.entity.position) })
}

/** Ends the act that moves the bot, and all movement. */
export async function stopMoving(act: Act): Promise<Done> {
  act.lock.interrupt()
  stopTravel(act.bot)
  await act.wait(1)
  return done('Stopped.')
}

export async function lookAt(act: Act, position: Position): Promise<Done> {
  const turning = act.bot.lookAt(toVec3(position) as never, true)
  await withinTicks(act, TURN_TICKS, 'Turning', turning)
  return done('Turned.')
}

/** Turns to the angles, in radians as Mineflayer has them. */
export async function look(act: Act, yaw: number, pitch: number): Promise<Done> {
  await withinTicks(act, TURN_TICKS, 'Turning', act.bot.look(yaw, pitch, true))
  return done('Turned.')
}

export async function setControlState(act: Act, control: Control, state: boolean): Promise<Done> {
  act.bot.setControlState(control, state)
  await act.wait(1)
  return done(`${state ? 'Pressed' : 'Released'} ${control}.`)
}

export async function waitForTicks(act: Act, ticks: number): Promise<Done> {
  await act.wait(ticks)
  return done(`Waited ${ticks} ticks.`)
}

function describe(goal: PathGoal): string {
  const { type, ...where } = goal
  const parts = Object.entries(where).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `${type}(${parts.join(', ')})`
}
