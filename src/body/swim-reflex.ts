import type { MovementLock } from './acting/movement-lock.ts'
import type { Bot } from './mineflayer-library.ts'

/** Keeps a bot that nothing moves from drowning: in water it holds the jump key, as a player does. */
export function addSwimReflex(bot: Bot, lock: MovementLock): void {
  let swims = false
  bot.on('physicsTick', () => {
    const mustSwim = isInLiquid(bot) && !lock.isHeld
    if (mustSwim !== swims && !lock.isHeld) bot.setControlState('jump', mustSwim)
    swims = mustSwim
  })
}

function isInLiquid(bot: Bot): boolean {
  const { entity } = bot as { entity: { isInWater?: boolean; isInLava?: boolean } }
  return entity.isInWater === true || entity.isInLava === true
}
