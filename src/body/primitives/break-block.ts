import { formatPosition } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Block } from '../mineflayer-library.ts'

/** Ticks on top of the digging time before the server counts as silent. */
const GRACE_TICKS = 60
const MS_PER_TICK = 50

/** Digs the block, which is within reach, with the item in hand, and resolves once the world shows it gone. */
export async function breakBlock(act: Act, block: Block): Promise<void> {
  const { bot } = act
  const what = `the ${block.name} at ${formatPosition(block.position)}`
  await standFirm(act)
  const digMs = bot.digTime(block)
  if (!Number.isFinite(digMs)) throw new ActFailure('blocked', `Nothing breaks ${what}.`)
  try {
    const limit = Math.ceil(digMs / MS_PER_TICK) + GRACE_TICKS
    await withinTicks(act, limit, `Breaking ${what}`, bot.dig(block, true))
  } finally {
    bot.stopDigging()
  }
  await act.wait(1)
  if (bot.blockAt(block.position)?.type === block.type)
    throw new ActFailure('failed', `It did not break: ${what} is still there.`)
  act.tally.add('mined', block.name)
}

/** Digging in the air takes five times as long. */
async function standFirm(act: Act): Promise<void> {
  for (let tick = 0; tick < 20 && !act.bot.entity.onGround; tick++) await act.wait(1)
}
