import type { Act } from '../../../src/body/acting/act.ts'
import type { Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'
import { near, tunnelTo } from './tunnels.ts'
import { placeBeside } from './workshop.ts'

/** How near the bot stands to a furnace that it opens, in blocks. */
const REACH = 3
const SMELT_TICKS = 200
/** What one piece of coal smelts. */
const PER_COAL = 8

export interface Load {
  readonly item: string
  readonly count: number
}

/** Sets a furnace up for each load, smelts all of them at once, and takes what comes out. */
export async function smeltAll(act: Act, loads: readonly Load[]): Promise<void> {
  const furnaces: Vec3[] = []
  for (const load of loads) {
    const place = await placeBeside(act, 'furnace')
    await fill(act, place, load)
    furnaces.push(place)
  }
  await act.wait(SMELT_TICKS * Math.max(...loads.map(({ count }) => count)) + 20)
  for (const place of furnaces) await empty(act, place)
}

async function fill(act: Act, place: Vec3, { item, count }: Load): Promise<void> {
  const { bot } = act
  const furnace = await act.until(bot.openFurnace(blockOf(bot, place)))
  await act.until(furnace.putFuel(bot.registry.itemsByName.coal?.id ?? 0, null, Math.ceil(count / PER_COAL)))
  await act.until(furnace.putInput(bot.registry.itemsByName[item]?.id ?? 0, null, count))
  furnace.close()
  await act.wait(2)
}

async function empty(act: Act, place: Vec3): Promise<void> {
  const { bot } = act
  await tunnelTo(act, near(place, REACH))
  const furnace = await act.until(bot.openFurnace(blockOf(bot, place)))
  await act.until(furnace.takeOutput())
  furnace.close()
  await act.wait(2)
}

function blockOf(bot: Bot, place: Vec3) {
  const block = bot.blockAt(place as never)
  if (block === null) throw new Error('The furnace is gone.')
  return block
}
