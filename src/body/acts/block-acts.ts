import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure, ArgumentError } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Block } from '../mineflayer-library.ts'
import { breakBlock } from '../primitives/break-block.ts'
import { blockAt, isWithinReach } from '../primitives/near-block.ts'
import { toVec3 } from '../values/position-value.ts'

const CLICK_TICKS = 120
const SLEEP_TICKS = 400

/** Digs a block that is within reach, with the item in hand. */
export async function dig(act: Act, position: Position): Promise<Done> {
  const block = reachableBlock(act, position)
  if (!block.diggable) {
    throw new ActFailure('blocked', `${block.name} at ${formatPosition(position)} cannot be dug.`)
  }
  await breakBlock(act, block)
  return done(`Dug ${block.name}.`)
}

/** Places the block in hand against a face of the reference block. */
export async function placeBlock(act: Act, reference: Position, face: Position): Promise<Done> {
  const { bot } = act
  if (Math.abs(face.x) + Math.abs(face.y) + Math.abs(face.z) !== 1) {
    throw new ArgumentError(
      'A face is a Vec3 with one coordinate 1 or -1 and the others 0, such as Vec3(0, 1, 0).',
    )
  }
  const item = bot.heldItem
  if (!item) throw new ActFailure('missing-ingredient', 'There is nothing in the hand to place.')
  const block = reachableBlock(act, reference)
  const { name } = item
  await withinTicks(act, CLICK_TICKS, `Placing ${name}`, bot.placeBlock(block, toVec3(face) as never))
  return done(`Placed ${name}.`)
}

export async function activateBlock(act: Act, position: Position): Promise<Done> {
  const block = reachableBlock(act, position)
  await withinTicks(act, CLICK_TICKS, `Using the ${block.name}`, act.bot.activateBlock(block))
  await act.wait(2)
  return done(`Used the ${block.name}.`)
}

/** Sleeps in the bed until waking up. */
export async function sleep(act: Act, position: Position): Promise<Done> {
  const { bot } = act
  const bed = reachableBlock(act, position)
  if (!bot.isABed(bed)) {
    throw new ActFailure('not-found', `There is no bed at ${formatPosition(position)} but ${bed.name}.`)
  }
  await withinTicks(act, CLICK_TICKS, 'Going to sleep', bot.sleep(bed))
  for (let tick = 0; tick < SLEEP_TICKS && bot.isSleeping; tick++) await act.wait(1)
  return done(bot.isSleeping ? 'Asleep.' : 'Slept and woke up.')
}

export async function wake(act: Act): Promise<Done> {
  await withinTicks(act, CLICK_TICKS, 'Waking up', act.bot.wake())
  return done('Awake.')
}

function reachableBlock(act: Act, position: Position): Block {
  const block = blockAt(act.bot, position)
  if (isWithinReach(act.bot, block)) return block
  throw new ActFailure(
    'unreachable',
    `The ${block.name} at ${formatPosition(position)} is out of reach: go nearer first.`,
  )
}
