import { playPlayerSound } from '../game/body-sounds.ts'
import type { Game } from '../game/game.ts'
import type { Eating, Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { isCoolingDown } from './cooldowns.ts'
import { sendHealth } from './damage.ts'
import { exchangeItem } from './exchanging.ts'
import { swallowed } from './swallowing.ts'

const EATING_TICKS = 32
const slowly: Readonly<Record<string, number>> = { dried_kelp: 16, honey_bottle: 40 }
const FULL = 20
/** What can be eaten or drunk without hunger. */
const always = new Set([
  'golden_apple',
  'enchanted_golden_apple',
  'honey_bottle',
  'chorus_fruit',
  'suspicious_stew',
  'ominous_bottle',
  'milk_bucket',
  'potion',
])
const drinks = new Set(['milk_bucket', 'potion', 'ominous_bottle'])
const EATEN_STATUS = 9

/** The player starts to eat or drink what it holds, if it can and is hungry enough (Minecraft Wiki: Food). */
export function startEating(game: Game, player: Player, offHand: boolean): void {
  const slot = offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(slot)
  if (stack === null || !isConsumable(game, stack)) return
  if (player.food >= FULL && !always.has(stack.name) && player.gameMode !== 'creative') return
  if (isCoolingDown(game, player, stack.name)) return
  player.eating = { slot, item: stack.name, endTick: game.tick + (slowly[stack.name] ?? EATING_TICKS) }
}

export function stopEating(player: Player): void {
  player.eating = null
}

/** Lets those swallow who have chewed for long enough. */
export function tickEating(game: Game): void {
  for (const player of game.players.values()) {
    const { eating } = player
    if (eating === null) continue
    soundChewing(game, player, eating)
    if (game.tick < eating.endTick) continue
    player.eating = null
    const stack = player.inventory.storage.at(eating.slot)
    if (!player.isDead && stack?.name === eating.item) swallow(game, player, eating.slot, stack)
  }
}

/** Others hear the player chew in the last three quarters of a meal, or drink. */
function soundChewing(game: Game, player: Player, { item, endTick }: Eating): void {
  const ticksLeft = endTick - game.tick
  const isHeard = ticksLeft > 0 && ticksLeft <= EATING_TICKS * 0.78 && ticksLeft % 4 === 0
  if (isHeard)
    playPlayerSound(game, player, drinks.has(item) ? 'entity.generic.drink' : 'entity.generic.eat', 0.5)
}

function isConsumable(game: Game, { name }: ItemStack): boolean {
  return drinks.has(name) || game.registry.item(name).food !== null
}

function swallow(game: Game, player: Player, slot: number, stack: ItemStack): void {
  const { food } = game.registry.item(stack.name)
  if (food !== null) {
    player.food = Math.min(FULL, player.food + food.foodPoints)
    player.saturation = Math.min(player.food, player.saturation + food.saturation)
  }
  if (player.gameMode !== 'creative') useUp(game, player, slot, stack)
  swallowed(game, player, stack)
  player.connection.send({
    name: 'entity_status',
    params: { entityId: player.id, entityStatus: EATEN_STATUS },
  })
  playPlayerSound(game, player, 'entity.player.burp', 0.5)
  sendHealth(player)
  syncWindow(game, player)
}

/** Bowls, bottles and buckets stay. */
function useUp(game: Game, player: Player, slot: number, stack: ItemStack): void {
  const vessel = vesselOf(stack.name)
  if (vessel === null) player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
  else exchangeItem(game, player, slot, vessel)
}

function vesselOf(item: string): string | null {
  if (/_(stew|soup)$/.test(item)) return 'bowl'
  if (item === 'milk_bucket') return 'bucket'
  return item === 'honey_bottle' || item === 'potion' ? 'glass_bottle' : null
}
