import { mayRise } from '../../data/profession.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { addEffect } from '../../rules/effects.ts'
import { promote } from '../villagers/careers.ts'
import type { Trader } from '../villagers/trader.ts'
import { lookTowards } from '../walking.ts'

const DAY = 24_000
/** A villager restocks twice a day, with so many ticks in between at least. */
const RESTOCKS_PER_DAY = 2
const RESTOCK_INTERVAL = 2400
/** It rejoices over a new level for so many ticks. */
const JOY_TICKS = 200

/** A villager stands still for its customer, rises in its trade, and restocks (Minecraft Wiki: Trading). */
export function serve(game: Game, mob: MobEntity): boolean {
  const { trader } = mob
  if (trader === null) return false
  const customer = trader.customer === null ? undefined : game.players.get(trader.customer)
  if (customer !== undefined) {
    mob.goal = null
    lookTowards(mob, customer.position)
    return true
  }
  trader.customer = null
  if (trader.risesAt !== null && game.tick >= trader.risesAt) rise(game, mob, trader)
  restock(game, trader)
  return false
}

function rise(game: Game, mob: MobEntity, trader: Trader): void {
  trader.risesAt = null
  if (!mayRise(trader.level, trader.experience)) return
  promote(game, mob, trader)
  addEffect(game, mob, 'regeneration', {
    amplifier: 0,
    endTick: game.tick + JOY_TICKS,
    hidesParticles: false,
  })
}

function restock(game: Game, trader: Trader): void {
  if (game.tick >= trader.nextDay) {
    trader.nextDay = game.tick + DAY
    trader.restocks = 0
  }
  if (trader.restocks >= RESTOCKS_PER_DAY || game.tick < trader.nextRestock) return
  if (trader.offers.every(({ uses }) => uses === 0)) return
  trader.restocks += 1
  trader.nextRestock = game.tick + RESTOCK_INTERVAL
  for (const offer of trader.offers) offer.uses = 0
}
