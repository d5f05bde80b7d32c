import type { Profession } from '../../data/profession.ts'
import { professionTrades } from '../../data/trades/profession-trades.ts'
import type { TradeContext } from '../../data/trades/trade.ts'
import { enchantedByChance } from '../../game/chance-enchanting.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { refreshMob } from '../../game/mob-looks.ts'
import type { Offer, Trader } from './trader.ts'

/** Trades that a villager adds on each level. */
const OFFERS_PER_LEVEL = 2

/** Makes a villager a novice of the profession, with new trades. */
export function employ(game: Game, mob: MobEntity, trader: Trader, profession: Profession): void {
  trader.profession = profession
  trader.level = 1
  trader.experience = 0
  trader.offers = newOffers(game, trader)
  refreshMob(game, mob)
}

/** Takes a villager to the next level; it keeps its trades and adds others. */
export function promote(game: Game, mob: MobEntity, trader: Trader): void {
  trader.level += 1
  trader.offers = [...trader.offers, ...newOffers(game, trader)]
  refreshMob(game, mob)
}

/** Two trades of the level, by chance. */
function newOffers(game: Game, { profession, level }: Trader): readonly Offer[] {
  const context = tradeContext(game)
  const left = [...(professionTrades[profession][level - 1] ?? [])]
  const offers: Offer[] = []
  while (left.length > 0 && offers.length < OFFERS_PER_LEVEL) {
    const [listing] = left.splice(context.random.below(left.length), 1)
    const trade = listing?.(context) ?? null
    if (trade !== null) offers.push({ ...trade, uses: 0 })
  }
  return offers
}

function tradeContext(game: Game): TradeContext {
  const random = game.stream('trades')
  return {
    random,
    enchantments: game.registry.enchantments,
    enchant: (stack, power) => enchantedByChance(game, stack, power, random),
    hasItem: (name) => game.registry.findItem(name) !== null,
  }
}
