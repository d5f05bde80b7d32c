import { isProfession } from '../data/profession.ts'
import type { Game } from '../game/game.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { Offer, Trader } from '../mobs/villagers/trader.ts'
import { byteTag, compoundTag, floatTag, intTag, listTag, stringTag, type Tag } from '../protocol/tags.ts'
import type { Saved } from './entity-tags.ts'

/** A villager's trade as vanilla keeps it (https://minecraft.wiki/w/Villager#Data_values). */
export function villagerTags(game: Game, trader: Trader): Readonly<Record<string, Tag>> {
  return {
    VillagerData: compoundTag({
      profession: stringTag(`minecraft:${trader.profession}`),
      level: intTag(trader.level),
      type: stringTag('minecraft:plains'),
    }),
    Xp: intTag(trader.experience),
    RestocksToday: intTag(trader.restocks),
    Offers: compoundTag({
      Recipes: listTag(
        'compound',
        trader.offers.map((offer) => offerTag(game, offer)),
      ),
    }),
  }
}

/** Gives a villager back what it was; what cannot be read stays as with a new one. */
export function readVillager(game: Game, trader: Trader, saved: Saved): void {
  const { profession, level } = (saved.VillagerData ?? {}) as Saved
  const name = typeof profession === 'string' ? profession.replace(/^minecraft:/, '') : null
  if (!isProfession(name)) return
  trader.profession = name
  trader.level = number(level, 1)
  trader.experience = number(saved.Xp)
  trader.restocks = number(saved.RestocksToday)
  const recipes = ((saved.Offers ?? {}) as Saved).Recipes
  trader.offers = (Array.isArray(recipes) ? recipes : []).flatMap((one) => readOffer(game, one as Saved))
}

function offerTag(game: Game, offer: Offer): Tag {
  const item = (stack: ItemStack) => compoundTag(game.protocol.saved.item(stack))
  return compoundTag({
    buy: item(offer.cost),
    ...(offer.also === null ? {} : { buyB: item(offer.also) }),
    sell: item(offer.gives),
    uses: intTag(offer.uses),
    maxUses: intTag(offer.maxUses),
    xp: intTag(offer.experience),
    rewardExp: byteTag(true),
    priceMultiplier: floatTag(offer.priceMultiplier),
    demand: intTag(0),
    specialPrice: intTag(0),
  })
}

function readOffer(game: Game, saved: Saved): readonly Offer[] {
  const item = (value: unknown) => game.protocol.saved.readItem((value ?? {}) as Saved)
  const [cost, gives] = [item(saved.buy), item(saved.sell)]
  if (cost === null || gives === null) return []
  const also = saved.buyB === undefined ? null : item(saved.buyB)
  return [
    {
      cost,
      also,
      gives,
      uses: number(saved.uses),
      maxUses: number(saved.maxUses, 12),
      experience: number(saved.xp, 1),
      priceMultiplier: number(saved.priceMultiplier),
    },
  ]
}

function number(value: unknown, fallback = 0): number {
  return typeof value === 'number' ? value : fallback
}
