import { distanceBetween } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { checkMobName } from '../acting/names.ts'
import { type Bot, type Entity, goals, type Item } from '../mineflayer-library.ts'
import { stopTravel } from '../travel/travel.ts'
import { positionValue } from '../values/position-value.ts'
import { collectAround } from './collect-drops.ts'
import { holdStack } from './hold-item.ts'

/** How far a mob may be away to be hunted, in blocks, as Voyager's. */
const HUNT_DISTANCE = 48
const REACH = 3
/** Between two strokes, so that each has its full weight: a sword's pace. */
const STROKE_TICKS = 13
/** Ticks without getting nearer after which the hunt is given up. */
const STUCK_TICKS = 300
const DROP_RADIUS = 6
/** Better weapons first. */
const WEAPONS = ['netherite', 'diamond', 'iron', 'stone', 'golden', 'wooden'].flatMap((tier) => [
  `${tier}_sword`,
  `${tier}_axe`,
])

/** Hunts the nearest mob of that name within 48 blocks until it is dead, and collects what it drops. */
export async function killMob(act: Act, mobName: string): Promise<Done> {
  const { bot } = act
  checkMobName(bot.registry, mobName)
  const mob = nearestMob(bot, mobName, HUNT_DISTANCE)
  if (mob === null) {
    throw new ActFailure('not-found', `No ${mobName} within ${HUNT_DISTANCE} blocks. Explore to find one.`)
  }
  const weapon = bestWeapon(bot)
  if (weapon) await holdStack(act, weapon)
  const place = await hunt(act, mob, mobName)
  act.tally.add('killed', mobName)
  const { gained } = await collectAround(act, place, DROP_RADIUS)
  return done(`Killed a ${mobName}.`, { gained, at: place })
}

export function nearestMob(bot: Bot, name: string, distance: number): Entity | null {
  const isNear = (entity: Entity) =>
    entity !== bot.entity &&
    entity.name === name &&
    distanceBetween(entity.position, bot.entity.position) < distance
  return bot.nearestEntity(isNear)
}

function bestWeapon(bot: Bot): Item | null {
  const items = bot.inventory.items()
  for (const name of WEAPONS) {
    const weapon = items.find((item) => item.name === name)
    if (weapon) return weapon
  }
  return null
}

/** Follows and strikes the mob. Resolves with the place of its death. */
async function hunt(act: Act, mob: Entity, name: string): Promise<ReturnType<typeof positionValue>> {
  const { bot } = act
  const watch = watchDeath(bot, mob)
  let place = positionValue(mob.position)
  let lastStroke = Number.NEGATIVE_INFINITY
  let idleTicks = 0
  try {
    bot.pathfinder.setGoal(new goals.GoalFollow(mob, REACH - 1), true)
    while (!watch.isDead()) {
      if (watch.isGone()) throw new ActFailure('not-found', `The ${name} got out of sight.`)
      place = positionValue(mob.position)
      const near = distanceBetween(mob.position, bot.entity.position) <= REACH
      idleTicks = near ? 0 : idleTicks + 1
      if (idleTicks > STUCK_TICKS) throw new ActFailure('no-path', `Cannot get to the ${name}.`)
      if (near && act.clock.tick() - lastStroke >= STROKE_TICKS) {
        lastStroke = act.clock.tick()
        strike(bot, mob)
      }
      await act.wait(1)
    }
  } finally {
    watch.stop()
    stopTravel(bot)
  }
  return place
}

function strike(bot: Bot, mob: Entity): void {
  bot.lookAt(mob.position.offset(0, mob.height * 0.7, 0), true).catch(() => {})
  bot.attack(mob)
}

/** Tells death from a mob that merely left the bot's sight. */
function watchDeath(bot: Bot, mob: Entity) {
  let dead = false
  let gone = false
  const onDead = (entity: Entity) => {
    dead ||= entity === mob
  }
  const onGone = (entity: Entity) => {
    gone ||= entity === mob
  }
  bot.on('entityDead', onDead)
  bot.on('entityGone', onGone)
  return {
    isDead: () => dead,
    isGone: () => gone,
    stop: () => {
      bot.removeListener('entityDead', onDead)
      bot.removeListener('entityGone', onGone)
    },
  }
}
