import mineflayer, { type Bot } from 'mineflayer'
import type { Random } from '../../../src/core/random.ts'

const WALK_TICKS = 80

/** Joins an unmodified Mineflayer bot and lets it walk, dig and craft until it is gone. */
export async function startFullBot(port: number, username: string, random: Random): Promise<Bot> {
  const bot = mineflayer.createBot({ host: '127.0.0.1', port, username, version: '1.21.4', auth: 'offline' })
  await new Promise<void>((resolve, reject) => {
    bot.once('spawn', () => resolve())
    bot.once('end', (reason) => reject(new Error(`${username} lost its connection: ${reason}`)))
  })
  let isHere = true
  bot.once('end', () => {
    isHere = false
  })
  const play = async () => {
    while (isHere) await actOnce(bot, random).catch(() => bot.waitForTicks(20))
  }
  void play().catch(() => {})
  return bot
}

async function actOnce(bot: Bot, random: Random): Promise<void> {
  await bot.look(random.float() * Math.PI * 2, 0, true)
  bot.setControlState('forward', true)
  bot.setControlState('jump', true)
  await bot.waitForTicks(WALK_TICKS)
  bot.clearControlStates()
  await bot.waitForTicks(10)
  const soil = bot.blockAt(bot.entity.position.offset(1, -1, 0))
  if (soil !== null && bot.canDigBlock(soil)) await bot.dig(soil, true)
  const planks = bot.registry.itemsByName.oak_planks
  const recipe = planks === undefined ? undefined : bot.recipesFor(planks.id, null, 1, null)[0]
  if (recipe !== undefined) await bot.craft(recipe, 1)
}
