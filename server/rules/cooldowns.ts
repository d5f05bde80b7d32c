import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** Items of that name rest in the player's hands for so many ticks, of which its client is told. */
export function startCooldown(game: Game, player: Player, item: string, ticks: number): void {
  player.cooldowns.set(item, game.tick + ticks)
  player.connection.send(game.protocol.cooldown(item, ticks))
}

/** Whether the player has to wait before it can use such an item again. */
export function isCoolingDown(game: Game, player: Player, item: string): boolean {
  return (player.cooldowns.get(item) ?? 0) > game.tick
}
