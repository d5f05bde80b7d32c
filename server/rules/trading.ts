import { mayRise } from '../data/profession.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { type ItemStack, sameItem, withCount } from '../inventory/item-stack.ts'
import { Counter, merchantLayout } from '../inventory/merchant-window.ts'
import { HOTBAR_END, MAIN_START } from '../inventory/player-inventory.ts'
import type { Offer, Trader } from '../mobs/villagers/trader.ts'
import { reachesBody } from './reach.ts'
import { openWindow } from './windows.ts'

/** Ticks after trading until a villager rises. */
const RISE_DELAY = 40
/** Points that a trade brings the player: 3 to 6, and more when the villager rises by it. */
const LEAST_POINTS = 3
const MORE_POINTS = 4
const RISING_POINTS = 5

/** Opens the trades of a villager for the player. Says whether it trades. Source: Minecraft Wiki, Trading. */
export function openTrades(game: Game, player: Player, mob: MobEntity): boolean {
  const { trader } = mob
  if (trader === null || trader.offers.length === 0 || trader.customer !== null) return false
  if (mob.mind.childhood > 0) return false
  const counter = new Counter<Offer>(() => trader.offers)
  const layout = merchantLayout(mob.kind.displayName, counter, player.inventory, (offer) =>
    closeDeal(game, mob, trader, offer),
  )
  openWindow(game, player, layout, {
    isUsable: () =>
      game.entities.has(mob.id) && !player.isDead && reachesBody(player, mob.position, mob.kind.height),
    pickTrade: (index) => pickTrade(game, player, counter, index),
    closed: () => {
      trader.customer = null
    },
  })
  trader.customer = player.id
  sendTrades(game, player, trader)
  return true
}

function sendTrades(game: Game, player: Player, { offers, level, experience }: Trader): void {
  player.connection.send(game.protocol.tradeList({ windowId: player.window.id, offers, level, experience }))
}

function closeDeal(game: Game, mob: MobEntity, trader: Trader, offer: Offer): void {
  const random = game.stream('trades')
  offer.uses += 1
  trader.experience += offer.experience
  const rises = trader.risesAt === null && mayRise(trader.level, trader.experience)
  if (rises) trader.risesAt = game.tick + RISE_DELAY
  const points = LEAST_POINTS + random.below(MORE_POINTS) + (rises ? RISING_POINTS : 0)
  dropExperience(game, { ...mob.position, y: mob.position.y + 0.5 }, points)
}

/** What lies on the counter goes back, and what the trade costs comes onto it, as much as fits. */
function pickTrade(game: Game, player: Player, counter: Counter<Offer>, index: number): void {
  const offer = counter.offer(index)
  if (offer === null) return
  counter.picked = index
  for (const place of [0, 1]) {
    const stack = counter.given.at(place)
    if (stack !== null) counter.given.put(place, player.inventory.add(stack))
  }
  if (counter.given.stacks().length === 0) {
    putDown(game, player, counter, { place: 0, wanted: offer.cost })
    if (offer.also !== null) putDown(game, player, counter, { place: 1, wanted: offer.also })
  }
  syncWindow(game, player)
}

function putDown(
  game: Game,
  player: Player,
  counter: Counter<Offer>,
  { place, wanted }: { readonly place: number; readonly wanted: ItemStack },
): void {
  const { storage } = player.inventory
  for (let slot = MAIN_START; slot < HOTBAR_END; slot++) {
    const stack = storage.at(slot)
    const there = counter.given.at(place)
    if (stack === null || stack.name !== wanted.name || (there !== null && !sameItem(stack, there))) continue
    const count = Math.min(stack.count, game.stackSize(stack.name) - (there?.count ?? 0))
    if (count <= 0) return
    counter.given.put(place, { ...stack, count: (there?.count ?? 0) + count })
    storage.put(slot, withCount(stack, stack.count - count))
  }
}
