import { formatPosition } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Block } from '../mineflayer-library.ts'
import { isAfloat } from '../travel/afloat.ts'
import { comeUpForAir, isShortOfBreath, lastsOneBreath } from '../travel/breath.ts'

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
  const digTicks = Math.ceil(digMs / MS_PER_TICK)
  await breatheFor(act, digTicks, what)
  try {
    const limit = digTicks + GRACE_TICKS
    await withinTicks(act, limit, `Breaking ${what}`, bot.dig(block, true))
  } catch (error) {
    if (act.signal.aborted || !(error instanceof ActFailure) || error.code !== 'timed-out') throw error
    throw new ActFailure('failed', error.message)
  } finally {
    bot.stopDigging()
  }
  await act.wait(1)
  if (bot.blockAt(block.position)?.type === block.type)
    throw new ActFailure('failed', `It did not break: ${what} is still there.`)
  act.tally.add('mined', block.name)
}

/** Has breath enough for work under water. */
async function breatheFor(act: Act, ticks: number, what: string): Promise<void> {
  if (!isShortOfBreath(act.bot, ticks)) return
  if (!lastsOneBreath(ticks))
    throw new ActFailure('failed', `Breaking ${what} under water takes longer than a breath lasts.`)
  await comeUpForAir(act)
  await standFirm(act)
}

/** Sinking to the bottom takes longer than landing after a hop, in ticks. */
const SINKING_TICKS = 60
const LANDING_TICKS = 30

/** Digging in the air takes five times as long. */
async function standFirm(act: Act): Promise<void> {
  const { bot } = act
  const mayLast = (tick: number) => tick < (isAfloat(bot) ? SINKING_TICKS : LANDING_TICKS)
  for (let tick = 0; mayLast(tick) && !bot.entity.onGround; tick++) await act.wait(1)
}
