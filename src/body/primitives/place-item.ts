import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { findItem } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { type Block, type Bot, goals, Vec3 } from '../mineflayer-library.ts'
import { placeGoal } from '../travel/path-goals.ts'
import { travel } from '../travel/travel.ts'
import { positionValue, toBlockVec3 } from '../values/position-value.ts'
import { holdItem } from './hold-item.ts'
import { blockAt } from './near-block.ts'

const PLACE_TICKS = 120
/** Blocks that another block simply replaces. */
const REPLACEABLE =
  /^(air|cave_air|void_air|water|lava|short_grass|grass|tall_grass|fern|dead_bush|snow|vine|seagrass)$/
/** Directions from a block to the neighbours that it can be put against: below first, as people build. */
const SIDES = [
  new Vec3(0, -1, 0),
  new Vec3(1, 0, 0),
  new Vec3(-1, 0, 0),
  new Vec3(0, 0, 1),
  new Vec3(0, 0, -1),
  new Vec3(0, 1, 0),
]

/** Places the item as a block at the position, against any solid neighbour. */
export async function placeItem(act: Act, name: string, position: Position): Promise<Done> {
  const { bot } = act
  itemByName(bot.registry, name)
  const place = toBlockVec3(position)
  if (!findItem(bot, name))
    throw new ActFailure('not-found', `There is no ${name} in the inventory to place.`)
  checkFree(blockAt(bot, place), name)
  if (solidNeighbours(bot, place).length === 0) throw nothingToPlaceAgainst(name, place)
  await reachPlace(act, name, place)
  await holdItem(act, name)
  await placeAgainstAny(act, name, place)
  return done(`Placed ${name} at ${formatPosition(place)}.`, { position: positionValue(place) })
}

function checkFree(block: Block, name: string): void {
  if (REPLACEABLE.test(block.name)) return
  throw new ActFailure(
    'blocked',
    `Cannot place ${name} at ${formatPosition(block.position)}: ${block.name} is there already.`,
  )
}

/** A place to build from, outside of the block to be placed. */
async function reachPlace(act: Act, name: string, place: Vec3): Promise<void> {
  const to = `a place from which ${name} can be placed at ${formatPosition(place)}`
  const away = new goals.GoalInvert(new goals.GoalNear(place.x, place.y, place.z, 1.5))
  const near = new goals.GoalNear(place.x, place.y, place.z, 3)
  try {
    await travel(act, new goals.GoalCompositeAll([placeGoal(act.bot, place as never, 4), away]), {
      to,
      deadlineTicks: 600,
    })
  } catch (error) {
    if (!(error instanceof ActFailure) || error.code !== 'no-path') throw error
    // The pathfinder wants to see the face itself; the server only wants it near.
    await travel(act, new goals.GoalCompositeAll([near, away]), { to, deadlineTicks: 600 })
  }
}

async function placeAgainstAny(act: Act, name: string, place: Vec3): Promise<void> {
  const { bot } = act
  let failure: ActFailure | null = null
  for (const side of solidNeighbours(bot, place)) {
    try {
      await placeAgainst(act, place, side)
    } catch (error) {
      if (!(error instanceof ActFailure) || error.code !== 'failed') throw error
      failure = error
    }
    await act.wait(1)
    const there = bot.blockAt(place as never)
    if (there !== null && !REPLACEABLE.test(there.name)) return
  }
  const reason = failure ? ` ${failure.message}` : ' The place stayed empty: something may stand in it.'
  throw new ActFailure('blocked', `Could not place ${name} at ${formatPosition(place)}.${reason}`)
}

async function placeAgainst(act: Act, place: Vec3, side: Vec3): Promise<void> {
  const { bot } = act
  const reference = bot.blockAt(place.plus(side) as never)
  if (reference === null) return
  // Clicking on a chest or a table would open it; sneaking builds on it.
  bot.setControlState('sneak', true)
  try {
    await act.wait(1)
    const placing = bot.placeBlock(reference, side.scaled(-1) as never)
    await withinTicks(act, PLACE_TICKS, 'Placing it', placing)
  } finally {
    bot.setControlState('sneak', false)
  }
}

function solidNeighbours(bot: Bot, place: Vec3): readonly Vec3[] {
  return SIDES.filter((side) => bot.blockAt(place.plus(side) as never)?.boundingBox === 'block')
}

function nothingToPlaceAgainst(name: string, place: Position): ActFailure {
  return new ActFailure(
    'blocked',
    `Cannot place ${name} at ${formatPosition(place)}: no solid block beside it to place it against.`,
  )
}
