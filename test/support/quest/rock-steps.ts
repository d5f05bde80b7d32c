import type { Act } from '../../../src/body/acting/act.ts'
import { findItem } from '../../../src/body/acting/held-items.ts'
import { type Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { breakBlock } from '../../../src/body/primitives/break-block.ts'
import { holdBestTool, holdItem } from '../../../src/body/primitives/hold-item.ts'
import { succeeds } from './quester.ts'

/** Where the feet of the bot are, as a block. On blocks lower than a full one the feet count for the block above. */
export function feetOf(bot: Bot): Vec3 {
  return bot.entity.position.offset(0, 0.3, 0).floored() as never
}

const NEIGHBOURS = [
  new Vec3(0, -1, 0),
  new Vec3(1, 0, 0),
  new Vec3(-1, 0, 0),
  new Vec3(0, 0, 1),
  new Vec3(0, 0, -1),
  new Vec3(0, 1, 0),
]
const WATER = /^(water|bubble_column|kelp|kelp_plant|seagrass|tall_seagrass)$/
/** Of what a bot builds a floor. */
const FLOOR = ['cobblestone', 'cobbled_deepslate', 'dirt', 'andesite', 'diorite', 'granite', 'tuff']
/** Falling sand and gravel fill a place this often at most. */
const MOST_DIGS = 12
const WALK_TICKS = 30
/** How near the middle of a block counts as there, in blocks. */
const MIDDLE = 0.25

/**
 * Digs and walks to a block beside that of the feet, one higher or lower at most. Says whether it got there.
 */
export async function stepTo(act: Act, next: Vec3): Promise<boolean> {
  const { bot } = act
  const feet = feetOf(bot)
  for (const place of passage(feet, next)) if (!(await clear(act, place))) return false
  if (!(await haveFloor(act, next.offset(0, -1, 0)))) return false
  return walkTo(act, next, next.y > feet.y)
}

/**
 * Digs the block unless lava would come out, or water where there is none yet. Says whether the place is free of rock
 * and lava afterwards.
 */
export async function clear(act: Act, place: Vec3): Promise<boolean> {
  const { bot } = act
  const isWet = WATER.test(nameAt(bot, feetOf(bot)))
  for (let dig = 0; dig < MOST_DIGS; dig++) {
    const block = bot.blockAt(place as never)
    if (block === null || block.name === 'lava' || block.name === 'farmland') return false
    if (block.boundingBox === 'empty' && block.name !== 'cobweb') return true
    const beside = NEIGHBOURS.map((side) => nameAt(bot, place.plus(side)))
    if (!block.diggable || beside.some((name) => name === 'lava' || (!isWet && WATER.test(name))))
      return false
    await holdBestTool(act, block)
    if (!(await succeeds(act, breakBlock(act, block)))) return false
  }
  return false
}

function nameAt(bot: Bot, place: Vec3): string {
  return bot.blockAt(place as never)?.name ?? ''
}

/** What must be free for the step, its own place included: sand may have fallen into it. */
function passage(feet: Vec3, next: Vec3): readonly Vec3[] {
  const own = [feet.offset(0, 1, 0), feet]
  if (next.y > feet.y) return [...own, feet.offset(0, 2, 0), next.offset(0, 1, 0), next]
  if (next.y < feet.y) return [...own, next.offset(0, 2, 0), next.offset(0, 1, 0), next]
  return [...own, next.offset(0, 1, 0), next]
}

/** Builds a floor where there is none. Says whether there is one. */
async function haveFloor(act: Act, place: Vec3): Promise<boolean> {
  const { bot } = act
  const floor = bot.blockAt(place as never)
  if (floor === null || floor.name === 'magma_block') return false
  if (floor.boundingBox === 'block') return true
  const material = FLOOR.find((name) => findItem(bot, name) !== null)
  const side = NEIGHBOURS.find((one) => bot.blockAt(place.plus(one) as never)?.boundingBox === 'block')
  const reference = side === undefined ? null : bot.blockAt(place.plus(side) as never)
  if (material === undefined || side === undefined || reference === null) return false
  await holdItem(act, material)
  await act.until(bot.placeBlock(reference, side.scaled(-1) as never).catch(() => {}))
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
