import { gain } from '../game/gain.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { itemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { sendHealth } from './damage.ts'

const EATING_TICKS = 32
const QUICK_EATING_TICKS = 16
const FULL = 20
/** Food that can be eaten without hunger. */
const always = new Set([
  'golden_apple',
  'enchanted_golden_apple',
  'honey_bottle',
  'chorus_fruit',
  'suspicious_stew',
])
const EATEN_STATUS = 9

/** The player starts eating what it holds, if it is food and the player is hungry. */
export function startEating(game: Game, player: Player, offHand: boolean): void {
  const slot = offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(slot)
  if (stack === null || game.registry.item(stack.name).food === null) return
  if (player.food >= FULL && !always.has(stack.name) && player.gameMode !== 'creative') return
  const ticks = stack.name === 'dried_kelp' ? QUICK_EATING_TICKS : EATING_TICKS
  player.eating = { slot, item: stack.name, endTick: game.tick + ticks }
}

export function stopEating(player: Player): void {
  player.eating = null
}

/** Lets those swallow who have chewed for long enough. */
export function tickEating(game: Game): void {
  for (const player of game.players.values()) {
    const { eating } = player
    if (eating === null || game.tick < eating.endTick) continue
    player.eating = null
    if (!player.isDead && player.inventory.storage.at(eating.slot)?.name === eating.item) {
      swallow(game, player, eating.slot)
    }
  }
}

function swallow(game: Game, player: Player, slot: number): void {
  const stack = player.inventory.storage.at(slot)
  const food = stack === null ? null : game.registry.item(stack.name).food
  if (stack === null || food === null) return
  player.food = Math.min(FULL, player.food + food.foodPoints)
  player.saturation = Math.min(player.food, player.saturation + food.saturation)
  if (player.gameMode !== 'creative') {
    player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
    if (/_(stew|soup)$/.test(stack.name)) gain(game, player, itemStack('bowl'))
  }
  player.connection.send({
    name: 'entity_status',
    params: { entityId: player.id, entityStatus: EATEN_STATUS },
  })
  sendHealth(player)
  syncWindow(game, player)
}
