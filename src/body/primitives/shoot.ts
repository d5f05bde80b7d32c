import { countOf } from '../../core/item-counts.ts'
import { distanceBetween } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure, ArgumentError } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { inventoryCounts } from '../acting/held-items.ts'
import { checkMobName } from '../acting/names.ts'
import type { Bot, Entity } from '../mineflayer-library.ts'
import { holdItem } from './hold-item.ts'
import { nearestMob } from './kill-mob.ts'

const SIGHT = 48
/** A bow is fully drawn after 20 ticks, a crossbow after 25. */
const DRAW_TICKS = 26
/** Between two shots, so that the last one can land. */
const REST_TICKS = 12
const MAXIMUM_SHOTS = 30
const DRAWN = ['bow', 'crossbow']
const THROWN = [
  'snowball',
  'egg',
  'ender_pearl',
  'splash_potion',
  'lingering_potion',
  'experience_bottle',
  'trident',
]

/** Shoots at the nearest mob of that name until it is dead or out of sight. */
export async function shoot(act: Act, weapon: string, target: string): Promise<Done> {
  const { bot } = act
  if (!DRAWN.includes(weapon) && !THROWN.includes(weapon)) {
    throw new ArgumentError(`"${weapon}" cannot be shot. Use one of: ${[...DRAWN, ...THROWN].join(', ')}.`)
  }
  checkMobName(bot.registry, target)
  const mob = nearestMob(bot, target, SIGHT)
  if (mob === null) throw new ActFailure('not-found', `No ${target} within ${SIGHT} blocks.`)
  let dead = false
  const onDead = (entity: Entity) => {
    dead ||= entity === mob
  }
  bot.on('entityDead', onDead)
  try {
    for (let shot = 0; shot < MAXIMUM_SHOTS && !dead; shot++) {
      if (bot.entities[mob.id] === undefined)
        throw new ActFailure('not-found', `The ${target} got out of sight.`)
      await holdItem(act, weapon)
      checkArrows(bot, weapon)
      await fire(act, weapon, mob)
    }
  } finally {
    bot.removeListener('entityDead', onDead)
    bot.deactivateItem()
  }
  if (!dead) throw new ActFailure('failed', `The ${target} still lives after ${MAXIMUM_SHOTS} shots.`)
  act.tally.add('killed', target)
  return done(`Shot a ${target}.`)
}

function checkArrows(bot: Bot, weapon: string): void {
  if (THROWN.includes(weapon) || countOf(inventoryCounts(bot), 'arrow') > 0) return
  throw new ActFailure('missing-ingredient', `There is no arrow in the inventory for the ${weapon}.`)
}

async function fire(act: Act, weapon: string, mob: Entity): Promise<void> {
  const { bot } = act
  aim(bot, mob, weapon)
  bot.activateItem()
  if (DRAWN.includes(weapon)) {
    await act.wait(DRAW_TICKS)
    aim(bot, mob, weapon)
    // A loaded crossbow fires with the next use; a bow when it is let go.
    if (weapon === 'crossbow') bot.activateItem()
    else bot.deactivateItem()
  }
  await act.wait(REST_TICKS)
}

/** Aims higher the farther the mob is: an arrow falls about 0.006 blocks per block squared. */
function aim(bot: Bot, mob: Entity, weapon: string): void {
  const distance = distanceBetween(mob.position, bot.entity.position)
  const drop = (DRAWN.includes(weapon) ? 0.006 : 0.02) * distance * distance
  bot.lookAt(mob.position.offset(0, mob.height * 0.6 + drop, 0), true).catch(() => {})
}
