import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { findItem } from '../acting/held-items.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Block, Item } from '../mineflayer-library.ts'

const EQUIP_TICKS = 120

/** Takes the item into the hand. Throws an ActFailure `missing-ingredient` when there is none. */
export async function holdItem(act: Act, name: string): Promise<void> {
  const item = findItem(act.bot, name)
  if (!item) throw new ActFailure('missing-ingredient', `There is no ${name} in the inventory.`)
  await holdStack(act, item)
}

export async function holdStack(act: Act, item: Item): Promise<void> {
  const { bot } = act
  if (bot.heldItem?.slot === item.slot) return
  await withinTicks(act, EQUIP_TICKS, `Taking the ${item.name} into the hand`, bot.equip(item, 'hand'))
}

/** Takes what breaks the block fastest of all that the bot holds; a bare hand stays bare. */
export async function holdBestTool(act: Act, block: Block): Promise<void> {
  const tool = bestTool(act, block)
  if (tool) return holdStack(act, tool)
}

function bestTool(act: Act, block: Block): Item | null {
  const { bot } = act
  const digTime = (type: number | null) =>
    block.digTime(type, false, false, false, [], bot.entity.effects as never)
  let best: Item | null = null
  let bestMs = digTime(null)
  for (const item of bot.inventory.items()) {
    const ms = digTime(item.type)
    if (ms < bestMs) {
      best = item
      bestMs = ms
    }
  }
  return best
}
