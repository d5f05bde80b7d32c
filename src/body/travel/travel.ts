import { formatPosition } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Bot, untyped } from '../mineflayer-library.ts'
import { isAfloat } from './afloat.ts'
import { comeUpForAir, isShortOfBreath } from './breath.ts'
import { boundSearch } from './configure-pathfinder.ts'
import type { Goal } from './path-goals.ts'
import { ProgressWatch } from './progress-watch.ts'
import { SearchWatch } from './search-watch.ts'

/**
 * How much more than the straight way a path may cost, in steps. Without a bound the search for an unreachable goal
 * floods the map.
 */
const SEARCH_RADIUS = 96

export interface TravelOptions {
  /** What the bot is on its way to, for the failure's text: `the oak_log at (1, 2, 3)`. */
  readonly to: string
  /** Gives up with `no-path` after that many ticks. */
  readonly deadlineTicks?: number
  /** How much more than the straight way a path may cost, in steps; 96 unless given. */
  readonly searchRadius?: number
}

/**
 * Walks, digs and builds its way to the goal, and resolves only when the bot truly stands where the goal holds.
 * Rejects with an ActFailure `no-path` when no way is found, the bot is stuck, or the way takes too long.
 */
export async function travel(act: Act, goal: Goal, options: TravelOptions): Promise<void> {
  const { bot } = act
  if (hasArrived(bot, goal)) return
  const searches = new SearchWatch(goal, bot)
  const progress = new ProgressWatch(bot)
  const deadline = act.clock.tick() + (options.deadlineTicks ?? journeyTicks(bot, goal))
  boundSearch(bot, 'over-ticks')
  untyped(bot).pathfinder.searchRadius = options.searchRadius ?? SEARCH_RADIUS
  untyped(bot).on('path_update', searches.update)
  try {
    bot.pathfinder.setGoal(goal)
    while (!hasArrived(bot, goal)) {
      await act.wait(1)
      if (isShortOfBreath(bot)) {
        await comeUpForAir(act)
        searches.restart()
        bot.pathfinder.setGoal(goal)
      }
      // The pathfinder digs only where it stands, and would swim on the spot for ever.
      if (searches.isAboutToDig() && isAfloat(bot)) bot.clearControlStates()
      if (searches.isHopeless) throw noPath(bot, options.to, 'there is no way')
      if (progress.isStuck()) throw noPath(bot, options.to, 'the bot is stuck')
      if (act.clock.tick() >= deadline) throw noPath(bot, options.to, 'the way takes too long')
      const isBarred = searches.isBarred()
      if (isBarred || !searches.isSearching) boundSearch(bot, isBarred ? 'at-one-go' : 'over-ticks')
      if (isBarred || searches.hasStalled()) {
        searches.restart()
        bot.pathfinder.setGoal(goal)
      }
    }
  } finally {
    untyped(bot).removeListener('path_update', searches.update)
    stopTravel(bot)
  }
  await act.wait(1)
}

/** Ends all movement at once. */
export function stopTravel(bot: Bot): void {
  bot.pathfinder.setGoal(null)
  bot.clearControlStates()
}

/** As the pathfinder sees it: on blocks lower than a full one the feet count for the block above too. */
export function hasArrived(bot: Bot, goal: Goal): boolean {
  const feet = bot.entity.position.floored() as never
  return (
    goal.isEnd(feet) ||
    (bot.entity.onGround && goal.isEnd(bot.entity.position.offset(0, 0.5, 0).floored() as never))
  )
}

/** A generous time for the distance: digging through stone by hand takes 7.5 seconds a block. */
function journeyTicks(bot: Bot, goal: Goal): number {
  const distance = Math.max(0, goal.heuristic(bot.entity.position.floored() as never))
  return Math.min(12_000, 900 + Math.round(distance * 40))
}

function noPath(bot: Bot, to: string, reason: string): ActFailure {
  return new ActFailure(
    'no-path',
    `Cannot get to ${to} from ${formatPosition(bot.entity.position)}: ${reason}.`,
  )
}
