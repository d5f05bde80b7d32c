import type { Position } from '../../../src/core/position.ts'
import type { Profession } from '../../data/profession.ts'
import type { Trade } from '../../data/trades/trade.ts'

/** A trade with how often it was made since the villager last restocked. */
export interface Offer extends Trade {
  uses: number
}

/** What makes a villager trade. Times are ticks of the game. */
export interface Trader {
  profession: Profession
  /** From 1, novice, to 5, master. */
  level: number
  experience: number
  offers: readonly Offer[]
  /** Id of the player who trades with it; null for none. */
  customer: number | null
  /** When it reaches the next level; null while it has not learned enough. */
  risesAt: number | null
  /** Block at which it works; null for none. */
  workplace: Position | null
  /** How often it has restocked today, and when it may again. */
  restocks: number
  nextRestock: number
  nextDay: number
}

export function newTrader(): Trader {
  return {
    profession: 'none',
    level: 1,
    experience: 0,
    offers: [],
    customer: null,
    risesAt: null,
    workplace: null,
    restocks: 0,
    nextRestock: 0,
    nextDay: 0,
  }
}
