import { distanceBetween } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Entity } from '../mineflayer-library.ts'

const REACH = 4
const CLICK_TICKS = 60

/** Ticks in which the news of a death follows the strike. */
const DYING_TICKS = 2

/** Strikes the entity once. A strike that kills is counted. */
export async function attack(act: Act, id: number): Promise<Done> {
  const { bot, tally } = act
  const entity = reachableEntity(act, id)
  await withinTicks(act, CLICK_TICKS, 'Turning', bot.lookAt(middleOf(entity), true))
  const onDead = (dead: Entity) => {
    if (dead === entity) tally.add('killed', nameOf(entity))
  }
  bot.on('entityDead', onDead)
  try {
    bot.attack(entity)
    await act.wait(DYING_TICKS)
  } finally {
    bot.removeListener('entityDead', onDead)
  }
  return done(`Struck the ${nameOf(entity)}.`)
}

/** Uses the item in hand on the entity. */
export async function useOn(act: Act, id: number): Promise<Done> {
  const entity = reachableEntity(act, id)
  await withinTicks(act, CLICK_TICKS, 'Turning', act.bot.lookAt(middleOf(entity), true))
  act.bot.useOn(entity)
  await act.wait(1)
  return done(`Used the item on the ${nameOf(entity)}.`)
}

export async function activateEntity(act: Act, id: number): Promise<Done> {
  const entity = reachableEntity(act, id)
  await withinTicks(act, CLICK_TICKS, 'Using it', act.bot.activateEntity(entity))
  return done(`Used the ${nameOf(entity)}.`)
}

function reachableEntity(act: Act, id: number): Entity {
  const entity = act.bot.entities[id]
  if (!entity) throw new ActFailure('not-found', `Entity ${id} cannot be seen any more.`)
  if (distanceBetween(entity.position, act.bot.entity.position) <= REACH) return entity
  throw new ActFailure('unreachable', `The ${nameOf(entity)} is out of reach: go nearer first.`)
}

function nameOf(entity: Entity): string {
  return entity.username ?? entity.name ?? 'entity'
}

function middleOf(entity: Entity) {
  return entity.position.offset(0, entity.height / 2, 0)
}
