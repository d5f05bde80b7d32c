import type { Clock } from '../../core/clock.ts'
import type { StateValue } from '../../core/skill-values.ts'
import type { Bot } from '../mineflayer-library.ts'
import { entityValue } from './entity-value.ts'
import { itemValue } from './item-value.ts'
import { positionValue } from './position-value.ts'

/** Everything about the bot itself that a skill may read. */
export function stateValue(bot: Bot, clock: Clock): StateValue {
  return {
    username: bot.username,
    version: bot.version,
    tick: clock.tick(),
    entity: entityValue(bot.entity),
    health: bot.health ?? 0,
    food: bot.food ?? 0,
    foodSaturation: bot.foodSaturation ?? 0,
    oxygenLevel: bot.oxygenLevel ?? 20,
    isSleeping: bot.isSleeping,
    usingHeldItem: bot.usingHeldItem,
    quickBarSlot: bot.quickBarSlot ?? 0,
    heldItem: itemValue(bot.heldItem),
    isRaining: bot.isRaining === true,
    thunderState: bot.thunderState ?? 0,
    spawnPoint: bot.spawnPoint ? positionValue(bot.spawnPoint) : null,
    game: {
      gameMode: String(bot.game.gameMode),
      dimension: String(bot.game.dimension),
      difficulty: String(bot.game.difficulty),
    },
    time: {
      timeOfDay: bot.time?.timeOfDay ?? 0,
      day: bot.time?.day ?? 0,
      age: bot.time?.age ?? 0,
      isDay: bot.time?.isDay ?? true,
    },
    experience: {
      level: bot.experience?.level ?? 0,
      points: bot.experience?.points ?? 0,
      progress: bot.experience?.progress ?? 0,
    },
  }
}
