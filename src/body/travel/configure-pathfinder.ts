import { type Bot, pathfinder, untyped } from '../mineflayer-library.ts'
import { createMovements } from './create-movements.ts'

/** Search time per tick and per search, in milliseconds. */
const TICK_TIMEOUT_MS = 20
const THINK_TIMEOUT_MS = 3000
/** Search time per tick of a search that should come to its end before the bot takes a step, in milliseconds. */
const AT_ONE_GO_MS = 200

/** Loads the pathfinder into a bot that has spawned, with bounds on its searches. */
export function configurePathfinder(bot: Bot): void {
  if (!bot.hasPlugin(pathfinder)) bot.loadPlugin(pathfinder)
  bot.pathfinder.setMovements(createMovements(bot))
  Object.assign(untyped(bot).pathfinder, {
    tickTimeout: TICK_TIMEOUT_MS,
    thinkTimeout: THINK_TIMEOUT_MS,
  })
}

/**
 * Bounds the bot's next search. One that goes on over several ticks is walked in part before it has ended, and may then
 * begin with the wrong step: the pathfinder leaves out what comes before the step that is nearest to the bot.
 */
export function boundSearch(bot: Bot, mode: 'over-ticks' | 'at-one-go'): void {
  untyped(bot).pathfinder.tickTimeout = mode === 'at-one-go' ? AT_ONE_GO_MS : TICK_TIMEOUT_MS
}
