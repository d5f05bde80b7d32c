import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'

/** Waits until the entity is dead or out of sight. */
export async function waitForMobRemoved(act: Act, entityId: number, ticks: number): Promise<Done> {
  const name = act.bot.entities[entityId]?.name ?? `entity ${entityId}`
  for (let tick = 0; tick < ticks; tick++) {
    if (act.bot.entities[entityId] === undefined) return done(`The ${name} is gone.`)
    await act.wait(1)
  }
  throw new ActFailure('timed-out', `The ${name} is still there after ${ticks} ticks.`)
}
