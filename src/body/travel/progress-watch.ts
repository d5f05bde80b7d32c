import { distanceBetween, type Position } from '../../core/position.ts'
import type { Bot } from '../mineflayer-library.ts'
import { positionValue } from '../values/position-value.ts'

/** Ticks without a step, a block broken or a block placed after which a bot on its way counts as stuck. */
const STUCK_TICKS = 240
const STEP_BLOCKS = 1

/** Notices that a journey does not get on, asked once a tick. */
export class ProgressWatch {
  readonly #bot: Bot
  #place: Position
  #idleTicks = 0

  constructor(bot: Bot) {
    this.#bot = bot
    this.#place = positionValue(bot.entity.position)
  }

  isStuck(): boolean {
    const { position } = this.#bot.entity
    if (distanceBetween(position, this.#place) >= STEP_BLOCKS || this.#bot.pathfinder.isMining()) {
      this.#place = positionValue(position)
      this.#idleTicks = 0
      return false
    }
    this.#idleTicks++
    return this.#idleTicks > STUCK_TICKS
  }
}
