import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** Whether a player may hurt another: the world must allow it, and so must their team if they share one. */
export function mayHarm(game: Game, attacker: Player, victim: Player): boolean {
  if (!game.rules.pvp) return false
  const team = game.scoreboard.teamOf(attacker.name)
  return attacker === victim || team === null || team.friendlyFire || !team.members.has(victim.name)
}
