import type { ItemStack } from '../inventory/item-stack.ts'
import type { Packet } from './packet.ts'
import type { TradeFacts } from './version-protocol.ts'

/** How a version writes what a trade costs and gives. */
export interface TradeItems {
  readonly cost: (stack: ItemStack) => unknown
  readonly also: (stack: ItemStack | null) => unknown
  readonly gives: (stack: ItemStack) => unknown
}

/** The packet with a villager's trades, alike in both versions but for its items. Prices know no demand. */
export function tradeListPacket(
  { windowId, offers, level, experience }: TradeFacts,
  items: TradeItems,
): Packet {
  const trades = offers.map((offer) => ({
    inputItem1: items.cost(offer.cost),
    outputItem: items.gives(offer.gives),
    inputItem2: items.also(offer.also),
    tradeDisabled: offer.uses >= offer.maxUses,
    nbTradeUses: offer.uses,
    maximumNbTradeUses: offer.maxUses,
    xp: offer.experience,
    specialPrice: 0,
    priceMultiplier: offer.priceMultiplier,
    demand: 0,
  }))
  const villager = { villagerLevel: level, experience, isRegularVillager: true, canRestock: true }
  return { name: 'trade_list', params: { windowId, trades, ...villager } }
}
