import type { Act } from '../../../src/body/acting/act.ts'
import type { Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { goNear } from './gathering.ts'

/** Blocks around the place that must be free of water, aside and down. */
const DRY = 4
/** How far around the bot it looks for ground, and how many blocks apart. */
const SIGHT = 48
const GRAIN = 4
const RISE = 24
const TRIES = 5

/** Goes to open ground away from water, where a shaft stays dry. Says whether it got there. */
export async function goToDryLand(act: Act): Promise<boolean> {
  const { bot } = act
  const start = bot.entity.position.floored() as unknown as Vec3
  const places: Vec3[] = []
  for (let x = -SIGHT; x <= SIGHT; x += GRAIN) {
    for (let z = -SIGHT; z <= SIGHT; z += GRAIN) {
      const place = openGround(bot, start.offset(x, RISE, z))
      if (place !== null && isDry(bot, place)) places.push(place)
    }
  }
  places.sort((one, other) => one.distanceTo(start) - other.distanceTo(start))
  for (const place of places.slice(0, TRIES)) if (await goNear(act, place, 1)) return true
  return false
}

/** The place on the first solid block below, where that is ground. */
function openGround(bot: Bot, top: Vec3): Vec3 | null {
  for (let depth = 0; depth < 2 * RISE; depth++) {
    const place = top.offset(0, -depth, 0)
    const ground = bot.blockAt(place.offset(0, -1, 0) as never)
    if (ground?.boundingBox === 'block') {
      return /^(grass_block|dirt|stone|podzol|sand|snow_block)$/.test(ground.name) ? place : null
    }
  }
  return null
}

function isDry(bot: Bot, place: Vec3): boolean {
  for (let x = -DRY; x <= DRY; x++) {
    for (let z = -DRY; z <= DRY; z++) {
      for (let y = -DRY; y <= 1; y++) {
        if (bot.blockAt(place.offset(x, y, z) as never)?.name === 'water') return false
      }
    }
  }
  return true
}
