import type { Clock } from '../core/clock.ts'
import type { Bot } from './mineflayer-library.ts'

/** The game refuses longer lines. */
export const LONGEST_CHAT_LINE = 256
/** Between two lines, so that no server takes the bot for a spammer. */
const PAUSE_TICKS = 40

/** Brings lines of `bot.chat` into the game where the team file allows it: rate-limited, and never as a command. */
export class ChatRelay {
  readonly #bot: Bot
  readonly #clock: Clock
  readonly #allowed: boolean
  #nextTick = 0

  constructor(bot: Bot, clock: Clock, allowed: boolean) {
    this.#bot = bot
    this.#clock = clock
    this.#allowed = allowed
  }

  /** Says the line, or leaves it out: it stands in the attempt's log in any case. */
  say(text: string): void {
    const tick = this.#clock.tick()
    const line = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_CHAT_LINE)
    if (!this.#allowed || line === '' || line.startsWith('/') || tick < this.#nextTick) return
    this.#nextTick = tick + PAUSE_TICKS
    void this.#clock.turn(this.#bot.username).then(() => this.#bot.chat(line))
  }
}
