import { type Bot, pathfinder, untyped } from '../mineflayer-library.ts'
import { createMovements } from './create-movements.ts'

/** Search time per tick and per search, in milliseconds. */
const TICK_TIMEOUT_MS = 20
const THINK_TIMEOUT_MS = 3000

/** Loads the pathfinder into a bot that has spawned, with bounds on its searches. */
export function configurePathfinder(bot: Bot): void {
  if (!bot.hasPlugin(pathfinder)) bot.loadPlugin(pathfinder)
  bot.pathfinder.setMovements(createMovements(bot))
  Object.assign(untyped(bot).pathfinder, {
    tickTimeout: TICK_TIMEOUT_MS,
    thinkTimeout: THINK_TIMEOUT_MS,
  })
}
