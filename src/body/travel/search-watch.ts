import type { Bot, PathUpdate } from '../mineflayer-library.ts'
import type { Goal } from './path-goals.ts'

/** Searches in a row that may end without a way before the journey counts as hopeless. */
const HOPELESS_SEARCHES = 3
/** A search that found no way is believed when the goal is nearer than this: all around it is loaded. In blocks. */
const LOADED_DISTANCE = 40
/** Ticks without walking, digging, building or searching after which the pathfinder has forgotten its goal. */
const STALLED_TICKS = 6
/** Ticks on the ground with a way to go and no step taken after which the next one cannot be walked. */
const BARRED_TICKS = 4

/** Follows what the pathfinder's searches come to. */
export class SearchWatch {
  readonly #goal: Goal
  readonly #bot: Bot
  #isSearching = true
  #fruitless = 0
  #idleTicks = 0
  #barredTicks = 0
  #best = Number.POSITIVE_INFINITY
  /** What is left of the way: the pathfinder takes its steps from the front. */
  #path: PathUpdate['path'] = []

  constructor(goal: Goal, bot: Bot) {
    this.#goal = goal
    this.#bot = bot
  }

  get isSearching(): boolean {
    return this.#isSearching
  }

  get isHopeless(): boolean {
    return this.#fruitless >= HOPELESS_SEARCHES
  }

  /**
   * Whether the goal must be set again, asked once a tick. The pathfinder never searches anew after it walked a part of
   * the way (a search that ran out of time), and drops its goal when it stands nearly there.
   */
  hasStalled(): boolean {
    const { pathfinder } = this.#bot
    const isIdle = !(pathfinder.isMoving() || pathfinder.isMining() || pathfinder.isBuilding())
    this.#idleTicks = isIdle && !(this.#isSearching && pathfinder.goal) ? this.#idleTicks + 1 : 0
    return this.#idleTicks > STALLED_TICKS
  }

  /**
   * Whether the next step of the way cannot be walked from where the bot stands, asked once a tick. The pathfinder would
   * wait 3.5 seconds until it searches anew.
   */
  isBarred(): boolean {
    const { pathfinder, entity, targetDigBlock } = this.#bot
    // The pathfinder forgets that it digs when one block follows another.
    const works = pathfinder.isMining() || pathfinder.isBuilding() || targetDigBlock !== null
    const walks = this.#bot.getControlState('forward') || this.isAboutToDig()
    const stands = pathfinder.isMoving() && entity.onGround && !works && !walks
    this.#barredTicks = stands ? this.#barredTicks + 1 : 0
    return this.#barredTicks > BARRED_TICKS
  }

  /** Whether the next step waits for a block to be dug. */
  isAboutToDig(): boolean {
    return (this.#path[0]?.toBreak.length ?? 0) > 0 && !this.#bot.pathfinder.isMining()
  }

  readonly update = (update: PathUpdate): void => {
    this.#path = update.path
    this.#isSearching = update.status === 'partial'
    if (this.#isSearching) return
    const distance = this.#goal.heuristic(this.#bot.entity.position as never)
    if (update.status === 'success') {
      this.#fruitless = 0
    } else if (update.path.length === 0 || (update.status === 'noPath' && distance < LOADED_DISTANCE)) {
      this.#fruitless = HOPELESS_SEARCHES
    } else {
      this.#fruitless = distance < this.#best - 4 ? 1 : this.#fruitless + 1
    }
    this.#best = Math.min(this.#best, distance)
  }

  /** To be called when the goal is set. */
  restart(): void {
    this.#path = []
    this.#isSearching = true
    this.#idleTicks = 0
    this.#barredTicks = 0
  }
}
