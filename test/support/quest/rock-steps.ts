import type { Act } from '../../../src/body/acting/act.ts'
import { findItem } from '../../../src/body/acting/held-items.ts'
import type { Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { breakBlock } from '../../../src/body/primitives/break-block.ts'
import { holdBestTool, holdItem } from '../../../src/body/primitives/hold-item.ts'
import { succeeds } from './quester.ts'
import { RockMap } from './rock-map.ts'
import { clearingCost, NEIGHBOURS, passage } from './step-cost.ts'

/** Of what a bot builds a floor. */
const FLOOR = ['cobblestone', 'cobbled_deepslate', 'dirt', 'andesite', 'diorite', 'granite', 'tuff']
const OPENED = /^(crafting_table|furnace)$/
/** Falling sand and gravel fill a place this often at most. */
const MOST_DIGS = 12
const WALK_TICKS = 30
/** How near the middle of a block counts as there, in blocks. */
const MIDDLE = 0.25

/** Where the feet of the bot are, as a block. On blocks lower than a full one the feet count for the block above. */
export function feetOf(bot: Bot): Vec3 {
  return bot.entity.position.offset(0, 0.3, 0).floored() as never
}

/** Digs and walks to a block beside that of the feet, one higher or lower at most. Says whether it got there. */
export async function stepTo(act: Act, next: Vec3): Promise<boolean> {
  const feet = feetOf(act.bot)
  const places = [feet.offset(0, 1, 0), feet, ...passage(feet, next)]
  for (const place of places) if (!(await clear(act, place))) return false
  if (!(await haveFloor(act, next.offset(0, -1, 0)))) return false
  return walkTo(act, next, next.y > feet.y)
}

/** Digs the block unless water or lava would come out. Says whether the place is free afterwards. */
export async function clear(act: Act, place: Vec3): Promise<boolean> {
  const { bot } = act
  const map = new RockMap(bot)
  for (let dig = 0; dig < MOST_DIGS; dig++) {
    const cost = clearingCost(map, place)
    if (!Number.isFinite(cost)) return false
    const block = bot.blockAt(place as never)
    if (cost === 0 || block === null) return true
    await holdBestTool(act, block)
    if (!(await succeeds(act, breakBlock(act, block)))) return false
  }
  return false
}

/** Builds a floor where there is none. Says whether there is one. */
async function haveFloor(act: Act, place: Vec3): Promise<boolean> {
  if (isSolid(act.bot, place)) return true
  const material = FLOOR.find((name) => findItem(act.bot, name) !== null)
  return material !== undefined && build(act, place, material)
}

/** Puts the block into a free place within reach, against a block that a click does not open. Says whether it is there. */
export async function build(act: Act, place: Vec3, name: string): Promise<boolean> {
  const { bot } = act
  const side = NEIGHBOURS.find((one) => {
    const beside = bot.blockAt(place.plus(one) as never)
    return beside?.boundingBox === 'block' && !OPENED.test(beside.name)
  })
  const reference = side === undefined ? null : bot.blockAt(place.plus(side) as never)
  if (side === undefined || reference === null) return false
  await holdItem(act, name)
  await act.until(bot.placeBlock(reference, side.scaled(-1) as never).catch(() => {}))
  await act.wait(1)
  return isSolid(bot, place)
}

function isSolid(bot: Bot, place: Vec3): boolean {
  return bot.blockAt(place as never)?.boundingBox === 'block'
}

async function walkTo(act: Act, next: Vec3, jumps: boolean): Promise<boolean> {
  const { bot } = act
  const middle = next.offset(0.5, 0, 0.5)
  const isThere = () =>
    bot.entity.onGround &&
    Math.abs(bot.entity.position.x - middle.x) < MIDDLE &&
    Math.abs(bot.entity.position.z - middle.z) < MIDDLE &&
    feetOf(bot).y === next.y
  for (let tick = 0; tick < WALK_TICKS && !isThere(); tick++) {
    bot.lookAt(middle.offset(0, 1.62, 0) as never, true).catch(() => {})
    bot.setControlState('forward', true)
    bot.setControlState('jump', jumps && feetOf(bot).y < next.y)
    await act.wait(1)
  }
  bot.clearControlStates()
  await act.wait(1)
  return feetOf(bot).equals(next)
}
