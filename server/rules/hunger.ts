import type { Game } from '../game/game.ts'
import { maxHealth } from '../game/living.ts'
import type { Player } from '../game/player.ts'
import { heal, hurt, sendHealth } from './damage.ts'

const EXHAUSTION_PER_POINT = 4
const FAST_HEALING_TICKS = 10
const SLOW_TICKS = 80
const HEALING_FOOD = 18

/** Turns exertion into hunger, and hunger into healing or starvation. */
export function tickHunger(game: Game): void {
  for (const player of game.players.values()) {
    if (player.isDead || player.gameMode === 'creative' || player.gameMode === 'spectator') continue
    if (game.rules.hunger) spendFood(player)
    tickHealth(game, player)
  }
}

function spendFood(player: Player): void {
  if (player.exhaustion < EXHAUSTION_PER_POINT) return
  player.exhaustion -= EXHAUSTION_PER_POINT
  if (player.saturation > 0) player.saturation = Math.max(0, player.saturation - 1)
  else player.food = Math.max(0, player.food - 1)
  sendHealth(player)
}

function tickHealth(game: Game, player: Player): void {
  const hurtPlayer = player.health < maxHealth(player) && game.rules.naturalRegeneration
  const fast = hurtPlayer && player.saturation > 0 && player.food >= 20
  const slow = hurtPlayer && player.food >= HEALING_FOOD
  const starving = player.food === 0 && game.rules.hunger
  if (!fast && !slow && !starving) {
    player.regenerationTicks = 0
    return
  }
  player.regenerationTicks += 1
  if (player.regenerationTicks < (fast ? FAST_HEALING_TICKS : SLOW_TICKS)) return
  player.regenerationTicks = 0
  if (starving) {
    starve(game, player)
    return
  }
  const amount = fast ? Math.min(player.saturation, 6) / 6 : 1
  player.exhaustion += amount * 6
  heal(player, amount)
}

/** Hunger leaves five hearts, on normal a half one, on hard none. Source: Minecraft Wiki, Hunger. */
function starve(game: Game, player: Player): void {
  const left = { peaceful: 10, easy: 10, normal: 1, hard: 0 }[game.difficulty]
  if (player.health > left) hurt(game, player, 1, 'starvation')
}
