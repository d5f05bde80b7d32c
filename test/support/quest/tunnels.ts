import type { Act } from '../../../src/body/acting/act.ts'
import { type Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { distanceBetween, type Position } from '../../../src/core/position.ts'
import { makeRoom } from './belongings.ts'
import { stayFed } from './meals.ts'
import { clear, feetOf, stepTo } from './rock-steps.ts'

/** Steps that may fail to get nearer before another way is not worth looking for. */
const MOST_FAILURES = 16
/** Steps to one side of the square well in which stairs run. */
const WELL_SIDE = 6
/** With that many free blocks above, the sky is. */
const SKY = 48
const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/** Digs a staircase towards the place until it is within the distance. Says whether it got there. */
export async function tunnelTo(act: Act, target: Position, distance: number): Promise<boolean> {
  let best = Number.POSITIVE_INFINITY
  for (let failures = 0; failures < MOST_FAILURES; ) {
    const feet = feetOf(act.bot)
    const away = distanceBetween(feet, target)
    if (away <= distance) return true
    failures = away < best ? 0 : failures + 1
    best = Math.min(best, away)
    await stayFed(act)
    await stepTowards(act, feet, target)
  }
  return false
}

/** Digs out a block of rock and what is around it, from beside it. Says whether it is gone. */
export async function digOut(act: Act, target: Position): Promise<boolean> {
  if (!(await tunnelTo(act, target, 1.9))) return false
  return clear(act, new Vec3(target.x, target.y, target.z))
}

/** Digs stairs around a square well up or down to the height. Says whether it got there. */
export async function goToHeight(act: Act, y: number): Promise<boolean> {
  return climb(act, (feet) => Math.sign(y - feet.y))
}

/** Digs stairs up until the sky is above. Says whether it is. */
export async function goToSurface(act: Act): Promise<boolean> {
  return climb(act, (feet) => (isUnderSky(act.bot, feet) ? 0 : 1))
}

/** Climbs around a square well as long as there is a rise to go for. */
async function climb(act: Act, riseAt: (feet: Vec3) => number): Promise<boolean> {
  let direction = 0
  for (let turn = 0; turn < 600; turn++) {
    const feet = feetOf(act.bot)
    const rise = riseAt(feet)
    if (rise === 0) return true
    await stayFed(act)
    await makeRoom(act)
    const [x, z] = sideOf(direction)
    const moved = (await stepTo(act, feet.offset(x, rise, z))) || (await stepTo(act, feet.offset(x, 0, z)))
    if (!moved || turn % WELL_SIDE === WELL_SIDE - 1) direction++
  }
  return false
}

function isUnderSky(bot: Bot, feet: Vec3): boolean {
  for (let rise = 0; rise < SKY; rise++) {
    if (bot.blockAt(feet.offset(0, rise, 0) as never)?.boundingBox === 'block') return false
  }
  return true
}

/** Digs level in one of four directions. Says whether it got to the end. */
export async function tunnelAhead(act: Act, direction: number, length: number): Promise<boolean> {
  const [x, z] = sideOf(direction)
  const start = feetOf(act.bot)
  return tunnelTo(act, start.offset(x * length, 0, z * length), 2)
}

function sideOf(direction: number): (typeof SIDES)[number] {
  return SIDES[direction % 4] ?? SIDES[0]
}

/** One step by which the way gets shorter, or else one around what is in the way. */
async function stepTowards(act: Act, feet: Vec3, target: Position): Promise<boolean> {
  const rise = Math.sign(target.y - feet.y)
  const steps = SIDES.flatMap(([x, z]) => [rise, 0, -rise].map((y) => feet.offset(x, y, z)))
  const cost = (place: Vec3) => distanceBetween(place, target)
  for (const step of steps.sort((a, b) => cost(a) - cost(b)).slice(0, 8)) {
    if (await stepTo(act, step)) return true
  }
  return false
}
