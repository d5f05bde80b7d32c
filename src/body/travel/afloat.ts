import type { Bot } from '../mineflayer-library.ts'

/** Whether the bot swims, with nothing under its feet. */
export function isAfloat(bot: Bot): boolean {
  const { onGround, isInWater } = bot.entity as { onGround: boolean; isInWater?: boolean }
  return isInWater === true && !onGround
}
